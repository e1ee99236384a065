import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";

/** In whose name the register asks something of a ward: its lead, or else the city's duty desk; null where there is neither. */
export async function findAnswerable(ctx: Ctx, siteId: number): Promise<number | null> {
  const today = dateIn(ctx.now);
  const [row] = await ctx.db.execute<{ person_id: number }>(sql`
    select g.person_id from grants g join people p on p.id = g.person_id and p.disabled_at is null
    join sites s on s.id = g.site_id
    where g.valid_from <= ${today} and (g.valid_until is null or g.valid_until >= ${today})
      and ((g.role = 'ward_lead' and g.site_id = ${siteId}) or (g.role = 'coordinator' and s.kind = 'city'))
    order by g.role = 'ward_lead' desc, g.valid_from, g.person_id limit 1`);
  return row?.person_id ?? null;
}
