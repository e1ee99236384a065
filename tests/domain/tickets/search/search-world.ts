import type { OpenTicket } from "#app/domain/tickets/opening.server.ts";
import { NO_FILTERS } from "#app/domain/tickets/queue/filters.ts";
import { searchTickets } from "#app/domain/tickets/search/search.server.ts";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

export const NOON = "2026-11-02T12:00+07:00";

/** The cast in a database of its own, and short ways to file and to search. */
export async function openSearchWorld() {
  const world = await openTestDatabase();
  const { as, open } = castOf(world.db);
  await seedCast(world.db);
  await world.owner.sql`update sites set former_area = 'Quận Tân Bình, TP.HCM cũ' where id = 2`;
  await world.owner.sql`update sites set former_area = 'Quận Bình Tân (một phần Quận 8), TP.HCM cũ' where id = 3`;
  const page = (by: Name, q: string, wish: Partial<Parameters<typeof searchTickets>[1]> = {}) =>
    as(by, NOON, (ctx) => searchTickets(ctx, { q, filters: NO_FILTERS, ...wish }));
  return {
    world,
    as,
    page,
    find: async (by: Name, q: string) => (await page(by, q)).rows.map(({ number }) => number),
    file: async (title: string, more: Partial<OpenTicket> = {}, by: Name = "lan") =>
      (await open(by, "2026-11-02T08:05+07:00", { title, body: "", ...more })).number,
  };
}
