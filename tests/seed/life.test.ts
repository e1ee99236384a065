import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "#drizzle/seed/demo/life.ts";
import { seedDemoPeople } from "#drizzle/seed/people.ts";
import { permitDemo } from "#drizzle/seed/permit.ts";
import { seedReference } from "#drizzle/seed/reference.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const DAYS = 8;
const permit = permitDemo({});
type Database = Awaited<ReturnType<typeof openTestDatabase>>;

async function emptyDemo(): Promise<Database> {
  const database = await openTestDatabase({ max: 2 });
  await seedReference(database.db, NOW);
  await seedDemoPeople(database.db, NOW, permit);
  return database;
}

/** Everything that happened, without the ids and numbers that a rolled back day leaves unused. */
async function digest({ owner }: Database): Promise<string> {
  const rows = await owner.sql`
    select e.type, e.at, e.version, p.email, t.title, t.body, t.status, t.priority, t.resolution, s.slug, m.body as said,
      case when e.type = 'ticket.linked' or e.type like 'ticket.%duplicate%' then null else e.data - 'toId' - 'fromId' - 'teamId' end as data
    from ticket_events e join tickets t on t.number = e.ticket_number join sites s on s.id = t.site_id
    left join people p on p.id = e.actor_id left join messages m on m.id = e.message_id
    order by e.at, t.title, e.id`;
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

let whole: Database;
beforeAll(async () => {
  whole = await emptyDemo();
  expect(await seedDemo(whole.url, permit, { now: NOW, days: DAYS })).toBe(true);
}, 180_000);
afterAll(() => whole?.close());

describe("eight days of demo life", () => {
  test("were allowed by every verb, and none lies in the future", async () => {
    const [progress] = await whole.owner.sql`select value from settings where key = 'demo_progress'`;
    expect(progress?.value).toMatchObject({ done: DAYS, days: DAYS, refused: 0 });
    const [latest] = await whole.owner.sql`
      select max(greatest(received_at, occurred_at, updated_at)) as at, count(*)::int as tickets from tickets`;
    expect(new Date(latest?.at).getTime()).toBeLessThanOrEqual(NOW.getTime());
    expect(latest?.tickets).toBeGreaterThan(200);
    const [event] = await whole.owner.sql`select max(at) as at from ticket_events`;
    expect(new Date(event?.at).getTime()).toBeLessThanOrEqual(NOW.getTime());
  });

  test("leave work to do: every open status, and tickets that came in this hour", async () => {
    const rows = await whole.owner.sql<{ status: string }[]>`select distinct status from tickets`;
    for (const status of ["new", "assigned", "in_progress", "on_hold", "resolved", "closed"])
      expect(rows.map((row) => row.status)).toContain(status);
    const [fresh] = await whole.owner.sql`
      select count(*)::int as n from tickets t join sites s on s.id = t.site_id
      where t.status = 'new' and s.slug = 'tan-binh' and t.received_at > ${new Date(NOW.getTime() - 3_600_000).toISOString()}`;
    expect(fresh?.n).toBeGreaterThan(0);
  });

  test("kept the rows and the events in step", async () => {
    const [astray] = await whole.owner.sql`
      select count(*)::int as n from tickets t
      where version <> (select max(version) from ticket_events e where e.ticket_number = t.number)
        or last_event_id <> (select max(id) from ticket_events e where e.ticket_number = t.number)
        or (status = 'closed') <> (closed_at is not null and status <> 'cancelled')`;
    expect(astray?.n).toBe(0);
  });

  test("gave some wards a renamed room, with its past", async () => {
    const rows = await whole.owner
      .sql`select name, valid_until::text from sites where slug like 'go-vap/kinh-te%' order by id`;
    expect(rows.map((row) => [row.name, row.valid_until])).toEqual([
      ["Phòng Kinh tế, Hạ tầng và Đô thị", "2025-12-31"],
      ["Phòng Kinh tế – Đô thị", null],
    ]);
  });

  test("come out the same when the first start is killed in the middle and another goes on", {
    timeout: 180_000,
  }, async () => {
    const halves = await emptyDemo();
    try {
      const halt = new AbortController();
      const onProgress = ({ done }: { done: number }) => done === 4 && setTimeout(() => halt.abort(), 60);
      const first = seedDemo(halves.url, permit, { now: NOW, days: DAYS, onProgress, signal: halt.signal });
      await expect(first.catch(() => false)).resolves.toBe(false);
      const later = new Date(NOW.getTime() + 86_400_000);
      expect(await seedDemo(halves.url, permit, { now: later, days: 30 })).toBe(true);
      expect(await digest(halves)).toBe(await digest(whole));
      expect(await seedDemo(halves.url, permit, { now: later })).toBe(true);
      expect(await digest(halves)).toBe(await digest(whole));
    } finally {
      await halves.close();
    }
  });

  test("are not written among real people", async () => {
    const real = await openTestDatabase({ max: 2 });
    try {
      await seedReference(real.db, NOW);
      await real.owner
        .sql`insert into people (full_name, email, created_at) values ('Nguyễn Văn An', 'an@hcm.example', now())`;
      expect(await seedDemo(real.url, permit, { now: NOW, days: DAYS })).toBe(false);
      const [row] = await real.owner.sql`select count(*)::int as n from tickets`;
      expect(row?.n).toBe(0);
    } finally {
      await real.close();
    }
  });
});
