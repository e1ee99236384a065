import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { SYSTEM } from "../policy/actor.ts";

/** A letter to whoever leads these units; it says what waits when it is sent. A second one while the first waits is none. */
export async function writeToLeads(ctx: Ctx, siteIds: readonly number[]): Promise<number> {
  if (siteIds.length === 0) return 0;
  const at = ctx.now.toISOString();
  const today = dateIn(ctx.now);
  const written = await ctx.db.execute(sql`
    insert into deliveries (person_id, purpose, created_at, due_at)
    select distinct g.person_id, 'access_waits', ${at}::timestamptz, ${at}::timestamptz
    from grants g join people p on p.id = g.person_id
    where g.role = 'ward_lead' and g.site_id = any (${sql.param(`{${siteIds.join(",")}}`)}::int[]) and p.disabled_at is null
      and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until >= ${today})
    on conflict (person_id) where state = 'waiting' and purpose = 'access_waits' do nothing
    returning id`);
  return written.length;
}

/** On Monday mornings, as long as something waits for a unit; gives how many were written to. */
export function remindLeads(db: Db, now: Date): Promise<number> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const rows = await ctx.db.execute<{ site_id: number }>(sql`
      select w.site_id from campaign_wards w join access_campaigns c on c.id = w.campaign_id
      where c.ended_at is null and w.ticket_number is null and w.left_out_why is null and w.tried_at is not null
      union select r.site_id from access_reviews r where r.done_at is null`);
    return writeToLeads(
      ctx,
      rows.map(({ site_id }) => site_id),
    );
  });
}
