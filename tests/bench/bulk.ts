import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import * as schema from "#app/db/schema.server.ts";
import { Dice } from "#drizzle/seed/demo/dice.ts";
import { inventName } from "#drizzle/seed/demo/names.ts";
import { seedReference } from "#drizzle/seed/reference.ts";
import { saidPool, textPool } from "./bulk-texts.ts";

const FIRST = 10_001;
const BATCH = 50_000;
const NOW = new Date("2026-11-23T10:00:00+07:00");
/** As text on purpose: drizzle teaches the client it is given to pass objects on as they are. */
const rows = (of: readonly object[]) => JSON.stringify(of);
const YEARS_BACK = 2;
const REPORTERS_A_WARD = 12;
/** Service seconds by priority, as the migrations promise them; so many of the wall for each. */
const RESPOND = "{600,1800,7200,14400}";
const RESOLVE = "{7200,14400,28800,86400}";
const WALL = 3;
/** Every ticket by the first version of the city's calendar. */
const JUDGED = JSON.stringify([{ from: null, calendar: 1 }]);
const CITY_PEOPLE = [
  ["coordinator", 6],
  ["manager", 2],
  ["admin", 2],
] as const;

/**
 * Fills a migrated, empty database as the owner: the real wards, their people, and so many tickets with three messages
 * each, the last few hundredths still open. By SQL and without triggers, so the words are gathered at the end.
 */
export async function makeBulk(sql: postgres.Sql, tickets: number, say: (line: string) => void = () => {}) {
  const dice = new Dice("bulk");
  const one = await sql.reserve();
  try {
    await seedReference(drizzle(sql, { schema, casing: "snake_case" }), NOW);
    await one`set session_replication_role = replica`;
    await one`set synchronous_commit = off`;
    await makePeople(one, dice);
    await makePools(one, dice);
    await one`select setseed(0.42)`;
    for (let done = 0; done < tickets; done += BATCH) {
      const count = Math.min(BATCH, tickets - done);
      await makeTickets(one, done, count, tickets);
      await makeClocks(one, FIRST + done, FIRST + done + count - 1);
      await makeCompany(one, FIRST + done, FIRST + done + count - 1);
      say(`${Math.min(tickets, done + BATCH)} tickets`);
    }
    await one`drop table bulk_texts, bulk_said, bulk_wards`;
    await one`drop function bulk_fill`;
    await one`insert into system_usage (site_id, system_id, tickets) select site_id, system_id, count(*) from tickets group by 1, 2`;
    for (const [table, column] of [
      ["tickets", "number"],
      ["messages", "id"],
      ["ticket_events", "id"],
    ])
      await one.unsafe(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
      );
    await one`set session_replication_role = origin`;
    await gatherWords(one, say);
    await one.unsafe("vacuum analyze");
  } finally {
    one.release();
  }
}

/** Engineers have two wards each; the city's own people and the second line come last. */
async function makePeople(sql: postgres.Sql, dice: Dice): Promise<void> {
  const wards = await sql<{ id: number }[]>`select id from sites where kind = 'ward' order by id`;
  const teams = await sql<{ id: number }[]>`select id from teams order by id`;
  const people: { full_name: string; email: string; site_id: number }[] = [];
  const grants: { person_id: number; role: string; site_id: number; team_id: number | null }[] = [];
  const add = (role: string, at: number[], team: number | null = null) => {
    const id = people.length + 1;
    people.push({ full_name: inventName(dice), email: `p${id}@bulk.example`, site_id: at[0] ?? 1 });
    for (const site of at) grants.push({ person_id: id, role, site_id: site, team_id: team });
  };
  for (const ward of wards) for (let n = 0; n < REPORTERS_A_WARD; n++) add("reporter", [ward.id]);
  for (let n = 0; n < wards.length; n += 2)
    add(
      "engineer",
      wards.slice(n, n + 2).map(({ id }) => id),
    );
  for (const ward of wards) add("ward_lead", [ward.id]);
  for (const team of teams) add("specialist", [1], team.id);
  for (const [role, count] of CITY_PEOPLE) for (let n = 0; n < count; n++) add(role, [1]);
  await sql`insert into people (full_name, email, site_id, created_at)
    select p.full_name, p.email, p.site_id, ${NOW.toISOString()}::timestamptz from jsonb_to_recordset(${rows(people)}::text::jsonb)
      as p (full_name text, email text, site_id integer)`;
  await sql`insert into grants (person_id, role, site_id, team_id, valid_from)
    select g.person_id, g.role, g.site_id, g.team_id, '2024-07-01' from jsonb_to_recordset(${rows(grants)}::text::jsonb)
      as g (person_id integer, role text, site_id integer, team_id integer)`;
}

/** What the tickets are made of, by slot: a throw of the database's dice picks one. */
async function makePools(sql: postgres.Sql, dice: Dice): Promise<void> {
  await sql`create unlogged table bulk_texts as
    select (row_number() over ())::int - 1 as slot, t.title, t.body, t.kind, t.impact, t.cause, t.done, s.id as system_id, s.team_id
    from jsonb_to_recordset(${rows(textPool(dice))}::text::jsonb)
      as t (title text, body text, kind text, impact text, cause text, done text, system text)
    join systems s on s.key = t.system`;
  await sql`create unlogged table bulk_said as
    select (row_number() over (partition by visibility))::int - 1 as slot, body, visibility
    from jsonb_to_recordset(${rows(saidPool())}::text::jsonb) as t (body text, visibility text)`;
  await sql`create unlogged table bulk_wards as
    select (row_number() over (order by w.id))::int - 1 as slot, w.id as site_id, min(p.id) as first_reporter,
      (select g.person_id from grants g where g.role = 'engineer' and g.site_id = w.id) as engineer,
      (select array_agg(d.id) from sites d where d.parent_id = w.id) as departments
    from sites w join people p on p.site_id = w.id where w.kind = 'ward' group by w.id`;
  await sql`
    create function bulk_fill(pattern text, code integer, small integer, name text) returns text language sql immutable as $$
      select case when pattern !~ '[{]' then pattern else
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(pattern,
          '{dân}', name), '{g}', name), '{so}', code::text), '{vb}', code % 3000 || '/UBND-VP'), '{qd}', code % 900 || '/QĐ-UBND'),
          '{cv}', code % 2000 || '/CV'), '{d}', 1 + code % 28 || '/' || 1 + small % 12 || '/2026'), '{h}', 7 + small % 10 || ' giờ'),
          '{n}', 2 + small % 7 || ''), '{q}', 1 + small % 9 || ''), '{p}', 'phòng') end
    $$`;
  await sql`create unique index on bulk_texts (slot)`;
  await sql`create unique index on bulk_said (visibility, slot)`;
  await sql`create unique index on bulk_wards (slot)`;
}

async function makeTickets(sql: postgres.Sql, done: number, count: number, all: number): Promise<void> {
  const stepSeconds = (YEARS_BACK * 365 * 86_400) / all;
  const since = new Date(NOW.getTime() - YEARS_BACK * 365 * 86_400_000);
  const first = FIRST + done;
  // Materialized: each throw of the dice is thrown once.
  await sql`
    with thrown as materialized (
      select n, floor(random() * (select count(*) from bulk_texts))::int as text, floor(random() * (select count(*) from bulk_wards))::int as ward,
        floor(random() * ${REPORTERS_A_WARD})::int as who, 1 + floor(random() * 4)::int as room, floor(random() * 4)::int as prio,
        floor(random() * 900000 + 100000)::int as code, (random() * 60)::int as small, 1 + floor(random() * 2000)::int as citizen, random() as fate,
        ${since.toISOString()}::timestamptz + (n - ${FIRST}) * ${stepSeconds}::float8 * interval '1 second' as at
      from generate_series(${first}::int, ${first + count - 1}::int) n
    )
    insert into tickets (number, site_id, department_id, reporter_id, filed_by_id, kind, system_id, title, body, impact, urgency,
      people_waiting, priority, status, assignee_id, team_id, occurred_at, written_at, received_at, first_response_at,
      first_resolved_at, resolved_at, closed_at, closes_at, next_due_at, soon_at, overdue_at, resolution, version, last_event_id, updated_at)
    overriding system value
    select n, w.site_id, w.departments[room], w.first_reporter + who, w.first_reporter + who, t.kind, t.system_id,
      left(bulk_fill(t.title, code, small, ''), 200), bulk_fill(t.body, code, small, c.full_name), t.impact, 'today',
      case when fate < 0.1 then small else 0 end, 'p' || (1 + prio),
      case when open and fate < 0.3 then 'new' when open and fate < 0.9 then 'in_progress' when open then 'resolved'
        when fate < 0.04 then 'cancelled' else 'closed' end,
      case when open and fate < 0.3 then null else w.engineer end, case when fate > 0.8 then t.team_id end,
      at, at, at, case when open and fate < 0.3 then null else at + interval '7 minutes' end,
      resolved_at, resolved_at, case when open then null when fate < 0.04 then at + interval '1 hour' else resolved_at + interval '3 days' end,
      resolved_at + interval '3 days', due, due - promised * 0.75 * interval '1 second', due,
      case when resolved_at is not null then jsonb_build_object('code', 'fixed', 'cause', t.cause, 'done', bulk_fill(t.done, code, small, '')) end,
      3, (n - ${FIRST} + 1)::bigint * 4, at + interval '2 hours'
    from thrown cross join lateral (select n > ${FIRST + all * 0.97} as open) o
      cross join lateral (select case when not open and fate >= 0.04 or open and fate >= 0.9 then at + (small + 5) * interval '4 minutes' end as resolved_at) r
      cross join lateral (select ((case when fate < 0.3 then ${RESPOND}::text else ${RESOLVE}::text end)::int[])[1 + prio] as promised) p
      cross join lateral (select case when open and resolved_at is null then at + promised * ${WALL}::int * interval '1 second' end as due) d
      join bulk_texts t on t.slot = thrown.text join bulk_wards w on w.slot = thrown.ward join people c on c.id = thrown.citizen`;
  await sql`
    insert into messages (id, ticket_number, author_id, visibility, body, written_at)
    overriding system value
    select (t.number - ${FIRST}) * 3 + m, t.number, case when m = 2 then t.reporter_id else coalesce(t.assignee_id, t.reporter_id) end,
      s.visibility, bulk_fill(s.body, t.number * m % 900000 + 100000, (t.number * m) % 60, ''), t.received_at + m * interval '7 minutes'
    from tickets t, generate_series(1, 3) m, lateral (select case when m = 3 and t.number % 2 = 0 then 'internal' else 'public' end as visibility) v
      join bulk_said s on s.visibility = v.visibility
    where t.number between ${first} and ${first + count - 1}
      and s.slot = abs(hashint8(t.number::bigint * 31 + m)) % (select count(*)::int from bulk_said b where b.visibility = v.visibility)`;
  await sql`
    insert into ticket_events (id, ticket_number, site_id, type, data, actor_id, message_id, internal, answers, judged, version, at)
    overriding system value
    select (t.number - ${FIRST})::bigint * 4 + 1, t.number, t.site_id, 'ticket.opened',
      jsonb_build_object('priority', t.priority, 'impact', t.impact, 'onBehalf', false), t.reporter_id, null, false, false,
      jsonb_build_object('policies', 1, 'policy', t.priority, 'timetable', ${JUDGED}::text::jsonb), 1, t.received_at
    from tickets t where t.number between ${first} and ${first + count - 1}
    union all
    select (t.number - ${FIRST})::bigint * 4 + 1 + (m.id - (t.number - ${FIRST}) * 3), t.number, t.site_id,
      case m.visibility when 'public' then 'ticket.replied' else 'ticket.noted' end, '{}', m.author_id, m.id,
      m.visibility = 'internal', coalesce(m.written_at = t.first_response_at, false), null, 3, m.written_at
    from tickets t join messages m on m.ticket_number = t.number where t.number between ${first} and ${first + count - 1}`;
}

/** As if every hour were a third service time: near enough for what reads them, and ten times cheaper than a replay. */
async function makeClocks(sql: postgres.Sql, first: number, last: number): Promise<void> {
  await sql`
    insert into clocks (ticket_number, target, policy_version, policy_key, target_seconds, state, started_at, due_at, overdue_at,
      met_at, elapsed_seconds, first_met_at, first_elapsed_seconds, vendor_seconds, next_step_at)
    select t.number, c.target, 1, t.priority, c.seconds,
      case when met_at is not null then case when elapsed > c.seconds then 'missed' else 'met' end
        when t.status = 'cancelled' then 'not_applicable' else 'running' end,
      t.received_at, due, due, met_at, elapsed, met_at, elapsed, 0,
      case when met_at is null and t.status <> 'cancelled' then due end
    from tickets t cross join lateral (values
        ('first_response', (${RESPOND}::text::int[])[right(t.priority, 1)::int], t.first_response_at),
        ('resolution', (${RESOLVE}::text::int[])[right(t.priority, 1)::int], t.resolved_at)) c (target, seconds, met_at)
      cross join lateral (select t.received_at + c.seconds * ${WALL}::int * interval '1 second' as due,
        extract(epoch from met_at - t.received_at)::int as elapsed) e
    where t.number between ${first} and ${last}`;
}

/** Who else is on a ticket, what its assignee has read, and a file on every fifth. */
async function makeCompany(sql: postgres.Sql, first: number, last: number): Promise<void> {
  await sql`
    insert into ticket_people (ticket_number, person_id, relation, people_waiting, since)
    select number, w.first_reporter + number % ${REPORTERS_A_WARD}, case when number % 20 = 0 then 'affected' else 'follower' end,
      0, received_at
    from tickets t join bulk_wards w on w.site_id = t.site_id
    where number between ${first} and ${last} and number % 10 = 0 and w.first_reporter + number % ${REPORTERS_A_WARD} <> reporter_id`;
  await sql`
    insert into ticket_reads (ticket_number, person_id, event_id)
    select number, assignee_id, last_event_id from tickets where number between ${first} and ${last} and assignee_id is not null`;
  await sql`
    insert into files (id, ticket_number, message_id, uploader_id, name, mime, size_bytes, sha256, created_at)
    select gen_random_uuid(), t.number, case when t.number % 15 = 0 then m.id end, m.author_id,
      (array['Ảnh chụp màn hình ', 'Biên bản ', 'IMG_', 'Zalo '])[1 + t.number % 4] || t.number % 9973 || '.png', 'image/png', 1, 'x', m.written_at
    from tickets t join messages m on m.ticket_number = t.number and m.id % 3 = 0
    where t.number between ${first} and ${last} and t.number % 5 = 0`;
}

/** One build of the index reads the words once; row by row it would be changed a hundred times a ticket. */
async function gatherWords(sql: postgres.Sql, say: (line: string) => void): Promise<void> {
  await sql`drop index ticket_words_idx`;
  await sql`call tram_reindex_words(10000)`;
  say("words gathered");
  await sql`set maintenance_work_mem = '512MB'`;
  await sql`create index ticket_words_idx on ticket_words using gin (words) with (gin_pending_list_limit = 512)`;
  say("words indexed");
}
