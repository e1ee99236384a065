import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { compareNames } from "#app/lib/names.ts";
import { dateIn } from "#app/lib/time.ts";

export type Stationed = { id: number; fullName: string; phone: string | null };
type Row = { id: number; full_name: string; phone: string | null };

const inOrder = (rows: readonly Row[]): Stationed[] =>
  rows
    .map((row) => ({ id: row.id, fullName: row.full_name, phone: row.phone }))
    .sort((a, b) => compareNames(a.fullName, b.fullName));

/** The engineers stationed at a ward today: who will look at a new ticket. */
export async function listStationedEngineers(ctx: Ctx, wardId: number, limit = 20): Promise<Stationed[]> {
  const today = dateIn(ctx.now);
  const rows = await ctx.db.execute<Row>(sql`
    select distinct p.id, p.full_name, p.phone from grants g join people p on p.id = g.person_id
    where g.role = 'engineer' and g.site_id = ${wardId} and p.disabled_at is null
      and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)
    order by p.id limit ${limit}`);
  return inOrder(rows);
}

/** Whom a ticket of this ward can be given to: its engineers, the duty desk, and the team it is with. */
export async function listAssignable(
  ctx: Ctx,
  wardId: number,
  teamId: number | null,
  limit = 100,
): Promise<Stationed[]> {
  const today = dateIn(ctx.now);
  const rows = await ctx.db.execute<Row>(sql`
    select distinct p.id, p.full_name, p.phone
    from grants g join people p on p.id = g.person_id join sites s on s.id = g.site_id
    where ((g.role in ('engineer', 'coordinator') and (g.site_id = ${wardId} or s.kind = 'city'))
        or (g.role = 'specialist' and g.team_id = ${teamId}))
      and p.disabled_at is null and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)
    order by p.id limit ${limit}`);
  return inOrder(rows);
}
