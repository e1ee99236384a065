import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";

/** Whose right of today reaches the ticket's ward: following there opens nothing to them that they could not join. */
const belongs = (person: SQL, ticket: SQL, now: Date): SQL => sql`exists (
  select from grants g join sites s on s.id = g.site_id
  where g.person_id = ${person} and g.valid_from <= ${dateIn(now)}::date
    and (g.valid_until is null or g.valid_until >= ${dateIn(now)}::date)
    and (s.path[2] = ${ticket}.site_id or g.team_id = ${ticket}.team_id
      or (s.kind = 'city' and g.role in ('coordinator', 'manager'))))`;

/** False when joining the other ticket would show the reporter a ward that is not theirs. */
export async function reporterBelongs(ctx: Ctx, duplicate: number, to: number): Promise<boolean> {
  const [row] = await ctx.db.execute<{ may: boolean }>(sql`
    select d.reporter_id in (t.reporter_id, t.affected_person_id) is true or p.disabled_at is not null
      or ${belongs(sql`d.reporter_id`, sql`t`, ctx.now)} as may
    from tickets d join people p on p.id = d.reporter_id, tickets t where d.number = ${duplicate} and t.number = ${to}`);
  return row?.may === true;
}

/**
 * Notes whom a duplicate brings: who reported it or is affected waits there too, who followed it or had it follows.
 * Where it is led to another ticket later, it brings nobody `again` who came to it after it had been marked.
 */
export async function bringPeople(ctx: Ctx, duplicate: number, to: number, { again = false } = {}): Promise<void> {
  await ctx.db.execute(sql`
    insert into duplicate_people (duplicate_number, ticket_number, person_id, relation, people_waiting)
    select ${duplicate}::int, t.number, c.person_id, case when c.affected then 'affected' else 'follower' end, c.waiting
    from tickets t, (
      select person_id, bool_or(affected) as affected, max(waiting) as waiting from (
        select reporter_id as person_id, true as affected, people_waiting as waiting from tickets where number = ${duplicate}
        union all select affected_person_id, true, 0 from tickets where number = ${duplicate}
        union all select assignee_id, false, 0 from tickets where number = ${duplicate}
        union all select person_id, coalesce(own_relation, relation) = 'affected', coalesce(own_waiting, people_waiting)
          from ticket_people f where ticket_number = ${duplicate} and not brought and (not ${again}::boolean or exists (
            select from duplicate_people b where b.duplicate_number = ${duplicate} and b.person_id = f.person_id))
      ) everybody where person_id is not null group by person_id
    ) c
    where t.number = ${to}
      and c.person_id <> t.reporter_id and c.person_id is distinct from t.affected_person_id
      and (c.affected or c.person_id is distinct from t.assignee_id)
      and ${belongs(sql`c.person_id`, sql`t`, ctx.now)}
    on conflict do nothing`);
}

/** Forgets whom a duplicate brought, except to the tickets it still leads to; gives the tickets that are now to settle. */
export async function takeBackPeople(ctx: Ctx, duplicate: number, stillAt: readonly number[]): Promise<number[]> {
  const rows = await ctx.db.execute<{ ticket_number: number }>(sql`
    delete from duplicate_people
    where duplicate_number = ${duplicate} and ticket_number <> all (${`{${stillAt.join(",")}}`}::int[])
    returning ticket_number`);
  return rows.map((row) => row.ticket_number);
}

/** Makes the people of a ticket what they are by themselves, and at least what its duplicates make them. */
export async function settlePeople(ctx: Ctx, number: number): Promise<void> {
  const brought = sql`(select person_id, bool_or(relation = 'affected') as affected, max(people_waiting) as waiting
    from duplicate_people where ticket_number = ${number} group by person_id)`;
  await ctx.db.execute(sql`
    insert into ticket_people as p (ticket_number, person_id, relation, people_waiting, since, brought)
    select ${number}::int, person_id, case when affected then 'affected' else 'follower' end, waiting,
      ${ctx.now.toISOString()}::timestamptz, true
    from ${brought} given
    on conflict (ticket_number, person_id) do update set
      own_relation = case when not p.brought then coalesce(p.own_relation, p.relation) end,
      own_waiting = case when not p.brought then coalesce(p.own_waiting, p.people_waiting) end,
      relation = case when not p.brought and coalesce(p.own_relation, p.relation) = 'affected' then 'affected'
        else excluded.relation end,
      people_waiting = greatest(excluded.people_waiting,
        case when p.brought then 0 else coalesce(p.own_waiting, p.people_waiting) end)`);
  const alone = sql`ticket_number = ${number} and person_id not in (select person_id from ${brought} given)`;
  await ctx.db.execute(sql`delete from ticket_people where brought and ${alone}`);
  await ctx.db.execute(sql`
    update ticket_people set relation = own_relation, people_waiting = own_waiting, own_relation = null, own_waiting = null
    where own_relation is not null and ${alone}`);
}
