import { desc, eq, sql } from "drizzle-orm";
import { auditEntries } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { people } from "../directory/schema.server.ts";
import { findSite, type LabelledSite } from "../directory/site-labels.server.ts";
import { type HeldGrant, listHeldBy } from "./grants-held.server.ts";
import { requireAdmin } from "./require-admin.ts";
import { type GrantTime, timeOf } from "./role-sites.ts";

const NUMBERS = 20;
const ENTRIES = 30;

export type OpenTicketsOf = Record<"assignee" | "reporter", { total: number; numbers: number[] }>;
export type HistoryLine = {
  id: number;
  at: Date;
  action: string;
  actorName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export async function getPersonPage(ctx: Ctx, id: number) {
  requireAdmin(ctx.actor);
  const [person] = await ctx.db.select().from(people).where(eq(people.id, id));
  if (!person) throw new DomainError("not_found", "person");
  const today = dateIn(ctx.now);
  const held = await listHeldBy(ctx, id);
  const at = (time: GrantTime): HeldGrant[] => held.filter((grant) => timeOf(grant, today) === time);
  return {
    person,
    place: person.siteId === null ? null : await findSite(ctx, person.siteId),
    nextPlace: person.nextSiteId === null ? null : await findSite(ctx, person.nextSiteId),
    grants: { now: at("now"), later: at("later"), past: at("past").reverse() },
    tickets: await countOpenTicketsOf(ctx, id),
    history: await listHistoryOf(ctx, id),
    today,
  };
}
export type PersonPage = Awaited<ReturnType<typeof getPersonPage>>;
export type PersonPlace = LabelledSite;

/** How many open tickets somebody has, and their numbers: not even an admin learns here what they say. */
export async function countOpenTicketsOf(ctx: Ctx, personId: number): Promise<OpenTicketsOf> {
  const rows = await ctx.db.execute<{ relation: "assignee" | "reporter"; number: number; total: number }>(
    sql`select relation, number, total::int from tram_open_tickets_of(${personId}::int, ${NUMBERS}::int)`,
  );
  const of = (relation: "assignee" | "reporter") => {
    const mine = rows.filter((row) => row.relation === relation);
    return { total: mine[0]?.total ?? 0, numbers: mine.map(({ number }) => number) };
  };
  return { assignee: of("assignee"), reporter: of("reporter") };
}

/** What was done to the person, their rights and their account, the latest first. */
async function listHistoryOf(ctx: Ctx, personId: number): Promise<HistoryLine[]> {
  const kinds = ["person", "grant", "account", "session"];
  return ctx.db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actorName: people.fullName,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.actorId))
    .where(
      sql`${auditEntries.objectId} = ${String(personId)} and ${auditEntries.objectKind} in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(ENTRIES);
}
