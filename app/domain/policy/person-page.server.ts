import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { people } from "../directory/schema.server.ts";
import { findSite } from "../directory/site-labels.server.ts";
import { type HeldGrant, listHeldBy } from "./grants-held.server.ts";
import { requireAdmin } from "./require-admin.ts";
import { type GrantTime, timeOf } from "./role-sites.ts";

const NUMBERS = 20;

export type OpenTicketsOf = Record<"assignee" | "reporter", { total: number; numbers: number[] }>;
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
    today,
  };
}
export type PersonPage = Awaited<ReturnType<typeof getPersonPage>>;

/** How many open tickets somebody has, and their numbers: not even an admin learns here what they say. */
async function countOpenTicketsOf(ctx: Ctx, personId: number): Promise<OpenTicketsOf> {
  const rows = await ctx.db.execute<{ relation: "assignee" | "reporter"; number: number; total: number }>(
    sql`select relation, number, total::int from tram_open_tickets_of(${personId}::int, ${NUMBERS}::int)`,
  );
  const of = (relation: "assignee" | "reporter") => {
    const mine = rows.filter((row) => row.relation === relation);
    return { total: mine[0]?.total ?? 0, numbers: mine.map(({ number }) => number) };
  };
  return { assignee: of("assignee"), reporter: of("reporter") };
}
