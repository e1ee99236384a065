import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";

/**
 * The sessions that still stand, each with a mark that changes when its person's rights do. One question for all open
 * streams: reading a thousand sessions one by one every few seconds would be most of what a node does.
 */
export async function listStanding(db: Db, sessionIds: readonly string[]): Promise<Map<string, string>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await inContext(db, SYSTEM, new Date(), (ctx) =>
    ctx.db.execute<{ id: string; mark: string }>(sql`
      select s.id, md5(p.lang || p.full_name || coalesce(string_agg(g::text, ',' order by g.id) filter (
        where g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)), '')) as mark
      from sessions s
      join people p on p.id = s.person_id and p.disabled_at is null
      cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) as calendar
      left join grants g on g.person_id = p.id
      where s.id in (select jsonb_array_elements_text(${JSON.stringify(sessionIds)}::jsonb))
        and s.expires_at > now() and s.absolute_until > now()
      group by s.id, p.id`),
  );
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

/** People with a tie of their own to one of these tickets: only for them does the answer depend on who they are. */
export async function listTied(db: Db, tickets: readonly number[]): Promise<Set<number>> {
  const numbers = `{${tickets.join(",")}}`;
  const rows = await inContext(db, SYSTEM, new Date(), (ctx) =>
    ctx.db.execute<{ id: number }>(sql`
      select distinct id from (
        select unnest(array[reporter_id, affected_person_id, assignee_id]) as id from tickets where number = any (${numbers}::integer[])
        union all
        select person_id from ticket_people where ticket_number = any (${numbers}::integer[])
      ) as tied where id is not null`),
  );
  return new Set(rows.map(({ id }) => id));
}
