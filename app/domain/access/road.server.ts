import { inArray } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { people, sites, teams } from "../directory/schema.server.ts";
import { judge, readJudgements } from "../sla/judgement.server.ts";
import { dueIn } from "../sla/timetable.ts";
import { readMatrix } from "../tickets/clocks/matrix.server.ts";
import { type Impact, priorityFor } from "../tickets/priority.ts";
import { listApprovers } from "./approvers.server.ts";
import { tracksOf } from "./asking.ts";
import type { AskedItem } from "./request.ts";
import { type AccessRight, accessRights } from "./schema.server.ts";

type Asked = { siteId: number; items: readonly AskedItem[]; impact: Impact };

/** What a request would go through if it were sent now: who decides, who grants, and by when. */
export async function getRoad(ctx: PersonCtx, { siteId, items, impact }: Asked) {
  const rights = await ctx.db
    .select()
    .from(accessRights)
    .where(inArray(accessRights.id, [0, ...items.map(({ rightId }) => rightId)]));
  const asked = items.flatMap((item) => {
    const right = rights.find(({ id }) => id === item.rightId);
    return right ? [{ item, right }] : [];
  });
  const [first] = asked;
  if (!first) return null;
  const tracks = tracksOf(asked.map(({ item, right }) => ({ item, way: right.approval })));
  const ways = await Promise.all(
    tracks.ways.map(async (way, track) => {
      const own = asked.filter((_, at) => tracks.of[at] === track);
      const found = await Promise.all(way.map((step) => listApprovers(ctx, step, trackOf(siteId, own))));
      return {
        rights: [...new Map(own.map(({ right }) => [right.id, { name: right.name, nameEn: right.nameEn }])).values()],
        steps: way.map(({ need }, at) => ({
          need,
          raised: found[at]?.raised ?? false,
          ids: found[at]?.people.slice(0, 8) ?? [],
        })),
        teamIds: [...new Set(own.map(({ right }) => right.teamId))],
      };
    }),
  );
  const names = await readNames(
    ctx,
    ways.flatMap(({ steps }) => steps.flatMap(({ ids }) => ids)),
  );
  const granting = await readTeams(
    ctx,
    ways.flatMap(({ teamIds }) => teamIds.flatMap((id) => id ?? [])),
  );
  return {
    ways: ways.map(({ steps, teamIds, rights: named }) => ({
      rights: named,
      steps: steps.map(({ ids, ...step }) => ({ ...step, approvers: ids.flatMap((id) => names.get(id) ?? []) })),
      granters: teamIds.map((id) => (id === null ? null : (granting.get(id) ?? null))),
    })),
    promise: await promiseOf(ctx, siteId, asked, impact),
  };
}
export type Road = NonNullable<Awaited<ReturnType<typeof getRoad>>>;

const trackOf = (wardId: number, own: readonly { item: AskedItem; right: { systemId: number } }[]) => ({
  wardId,
  systemIds: [...new Set(own.map(({ right }) => right.systemId))],
  departmentIds: [...new Set(own.flatMap(({ item }) => item.departmentId ?? []))],
  affected: own.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId),
});

/** Decided by `approval`; granted so many service seconds later, and proven so many after that. null: nothing is promised. */
async function promiseOf(ctx: PersonCtx, siteId: number, asked: readonly { right: AccessRight }[], impact: Impact) {
  const [ward] = await ctx.db
    .select({ path: sites.path })
    .from(sites)
    .where(inArray(sites.id, [siteId]));
  const place = {
    ...{ kind: "missing_permission", priority: priorityFor(await readMatrix(ctx), impact, "today") },
    ...{ systemId: asked[0]?.right.systemId ?? 0, accessRightIds: asked.map(({ right }) => right.id) },
    ...{ siteIds: ward?.path ?? [siteId], teamId: null },
  };
  const judged = await judge(ctx, place, ctx.now);
  const { policy, timetable } = (await readJudgements(ctx, [judged]))(judged);
  const { approval, grant, proof } = policy?.targets ?? { approval: null, grant: null, proof: null };
  const after = (from: Date | null, seconds: number | null) =>
    from === null || seconds === null ? null : dueIn(timetable, from, seconds, []);
  const approvedBy = after(ctx.now, approval);
  const grantedBy = after(approvedBy, grant);
  return { approvedBy, grantedBy, provenBy: after(grantedBy, proof) };
}

async function readNames(ctx: PersonCtx, ids: readonly number[]) {
  const rows = await ctx.db
    .select({ id: people.id, name: people.fullName })
    .from(people)
    .where(inArray(people.id, [0, ...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readTeams(ctx: PersonCtx, ids: readonly number[]) {
  const rows = await ctx.db
    .select({ id: teams.id, name: teams.name, nameEn: teams.nameEn })
    .from(teams)
    .where(inArray(teams.id, [0, ...ids]));
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
