import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";

export type OpenTickets = { status: string; tickets: number }[];

/** How many tickets are open at a place, for a system or with a team: numbers only, for whoever may end those. */
export async function countOpenTickets(
  { db }: Ctx,
  about: { siteId?: number; systemId?: number; teamId?: number },
): Promise<OpenTickets> {
  const { siteId = null, systemId = null, teamId = null } = about;
  const rows = await db.execute<OpenTickets[number]>(
    sql`select status, tickets from tram_open_tickets(${siteId}::int, ${systemId}::int, ${teamId}::int) order by tickets desc`,
  );
  return [...rows];
}
