import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people, sites, systems } from "../directory/schema.server.ts";
import { record } from "../tickets/change.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { askingProblems, tracksOf } from "./asking.ts";
import { letRead } from "./readers.server.ts";
import { type AskedItem, type Basis, MOST_ITEMS } from "./request.ts";
import { accessItems, accessRights, accessSteps } from "./schema.server.ts";
import { openSteps } from "./steps.server.ts";

/** An item with the right it asks for and the name of whom it is for. */
export type Asked = { item: AskedItem; right: typeof accessRights.$inferSelect; name: string };

/** The items with their rights and names, after every reason to refuse them has been looked for. */
export async function readAsked(
  ctx: Ctx,
  { items, siteId, basis }: { items: readonly AskedItem[]; siteId: number; basis: Basis },
  /** Of a request that is changed: what it asks already is no second time. */
  number: number | null = null,
): Promise<Asked[]> {
  if (items.length === 0) throw new DomainError("invalid", "nothing_asked");
  if (items.length > MOST_ITEMS) throw new DomainError("invalid", "too_many_items");
  const rights = await ctx.db
    .select({ right: accessRights })
    .from(accessRights)
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(
      and(
        inArray(accessRights.id, [...new Set(items.map(({ rightId }) => rightId))]),
        isNull(accessRights.retiredAt),
        isNull(systems.retiredAt),
      ),
    );
  const persons = await ctx.db
    .select({ id: people.id, name: people.fullName, path: sites.path })
    .from(people)
    .leftJoin(sites, eq(sites.id, people.siteId))
    .where(and(inArray(people.id, [...new Set(items.map(({ personId }) => personId))])));
  const problems = new Map<string, string>();
  const asked = items.map((item) => {
    const right = rights.find((one) => one.right.id === item.rightId)?.right;
    if (!right) throw new DomainError("invalid", "right_unknown");
    const person = persons.find(({ id }) => id === item.personId);
    // Whoever has left may still have something taken away.
    if (!person || (item.kind === "grant" && person.path?.[1] !== siteId))
      throw new DomainError("invalid", "person_not_here");
    for (const problem of askingProblems(item, right.needs, basis))
      if (!problems.has(problem)) problems.set(problem, `${person.name} · ${right.name}`);
    return { item, right, name: person.name };
  });
  const [first, ...also] = problems;
  if (first) throw new DomainError("invalid", first[0], { who: first[1], also: also.map((one) => one.join("|")) });
  await refuseTwice(ctx, siteId, asked, number);
  return asked;
}

/** What somebody has, or has been asked for, is not asked for again; for longer it is. */
async function refuseTwice(ctx: Ctx, siteId: number, asked: readonly Asked[], number: number | null): Promise<void> {
  const wanted = asked.filter(({ item }) => item.kind === "grant");
  const ids = (list: readonly number[]) => sql`${sql.param(`{${[...new Set(list)].join(",")}}`)}::int[]`;
  const had = await ctx.db.execute<{
    person_id: number;
    right_id: number;
    department_id: number | null;
    until: string | null;
    ticket: number | null;
  }>(sql`select person_id, right_id, department_id, until::text as until, ticket
    from tram_had(${siteId}::int, ${ids(wanted.map(({ item }) => item.personId))}, ${ids(wanted.map(({ item }) => item.rightId))})`);
  for (const { item, right, name } of wanted) {
    const same = had.filter(
      (one) =>
        one.person_id === item.personId && one.right_id === item.rightId && one.department_id === item.departmentId,
    );
    const who = `${name} · ${right.name}`;
    const other = same.find(({ ticket }) => ticket !== null && ticket !== number);
    if (other) throw new DomainError("conflict", "asked_already", { who: `${who} (${other.ticket})` });
    const lasts = (until: string | null) => until === null || (item.until !== null && item.until <= until);
    if (same.some(({ ticket, until }) => ticket === null && lasts(until)))
      throw new DomainError("conflict", "held_already", { who });
  }
}

/** The one person a request is for; null when they are many. */
export const onlyPerson = (asked: readonly Asked[]): number | null => {
  const granted = asked.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId);
  return new Set(granted).size === 1 ? (granted[0] ?? null) : null;
};

/** What is asked for, each once: by this the times are promised. */
export const rightsOf = (asked: readonly Asked[]): number[] =>
  [...new Set(asked.map(({ right }) => right.id))].sort((a, b) => a - b);

/** Items and steps of a round, and the event that starts the clock of the approval. */
export async function putBefore(
  ctx: Ctx,
  ticket: Ticket,
  asked: readonly Asked[],
  round: number,
  commandId?: string,
): Promise<void> {
  const { number } = ticket;
  const tracks = tracksOf(asked.map(({ item, right }) => ({ item, way: right.approval })));
  await insertItems(ctx, number, asked, "asked", tracks.of);
  await ctx.db.insert(accessSteps).values(
    tracks.ways.flatMap((way, track) =>
      way.map(({ who, need }, step) => ({
        ticketNumber: number,
        round,
        track,
        step,
        who,
        need,
        state: "waiting" as const,
      })),
    ),
  );
  await letRead(ctx, number, {
    affected: asked.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId),
  });
  await openSteps(ctx, number);
  await record(
    ctx,
    ticket,
    {
      set: {
        status: "on_hold",
        holdReason: "approval",
        holdUntil: null,
        remindAt: null,
        accessPhase: "approval",
        accessRightIds: rightsOf(asked),
        assigneeId: null,
        teamId: null,
        closedAt: null,
      },
      event: { type: "access.asked", round, items: asked.length },
    },
    commandId,
  );
}

export async function insertItems(
  ctx: Ctx,
  number: number,
  asked: readonly Asked[],
  state: "asked" | "to_grant",
  tracks: readonly number[] = [],
): Promise<void> {
  await ctx.db.insert(accessItems).values(
    asked.map(({ item, right }, at) => ({
      ...{ ticketNumber: number, kind: item.kind, rightId: item.rightId, personId: item.personId },
      ...{ departmentId: item.departmentId, position: item.position, validFrom: item.from, validUntil: item.until },
      ...{ entitlementId: item.entitlementId, track: tracks[at] ?? 0, teamId: right.teamId, state },
    })),
  );
}
