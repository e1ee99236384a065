import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import * as schema from "#app/db/schema.server.ts";
import { NO_FILTERS, SORTS, type Sort } from "#app/domain/tickets/queue/filters.ts";
import { listQueue } from "#app/domain/tickets/queue/queue.server.ts";
import { COUNT_BOUND, GROUP_ROWS, PAGE_ROWS } from "#app/domain/tickets/queue/queue.ts";
import { listChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { readCursor } from "#app/domain/tickets/queue/queue-cursor.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS, idOf, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as } = castOf(world.db);
const NOON = "2026-11-02T12:00+07:00";
const MANY = 230;

/** Moments with microseconds, and many alike: what breaks careless cursors. */
const fill = (from: number, to: number, siteId = TAN_BINH) =>
  world.owner.sql`
    insert into tickets (site_id, reporter_id, filed_by_id, kind, system_id, title, impact, urgency, people_waiting,
      priority, occurred_at, written_at, received_at, updated_at)
    select ${siteId}, ${idOf("lan")}, ${idOf("lan")}, 'other', ${DOCUMENTS}, 'Phiếu ' || i, 'one_person', 'today', i % 4,
      'p' || 1 + i % 4, at, at, at, at
    from generate_series(${from}::int, ${to}::int) i,
      lateral (select timestamptz '2026-11-01 08:00:00.123457+07' + (i % 7) * interval '1.000001 seconds' as at) moment`;

beforeAll(async () => {
  await seedCast(world.db);
  await fill(1, MANY);
  await fill(1, 40, BINH_HUNG_HOA);
});
afterAll(() => world.close());

const pageOf = (sort: Sort, after: string | null) =>
  as("minh", NOON, async (ctx) => {
    const [page] = await listQueue(ctx, { filters: { ...NO_FILTERS, sort }, group: "new", after });
    if (!page) throw new Error("no page");
    return page;
  });

test.each(SORTS)("pages by %s lose and repeat no ticket while others come in", async (sort) => {
  const before = (await world.owner.sql`select count(*)::int as n from tickets where site_id = ${TAN_BINH}`)[0]
    ?.n as number;
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page = await pageOf(sort, after);
    expect(page.rows.length).toBeLessThanOrEqual(PAGE_ROWS);
    seen.push(...page.rows.map((row) => row.number));
    after = page.next;
    if (seen.length === PAGE_ROWS) await fill(1, 3);
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const old = await world.owner
    .sql`select number from tickets where site_id = ${TAN_BINH} order by number limit ${before}`;
  for (const { number } of old) expect(seen).toContain(number);
});

test("a group shows its first rows and counts no further than it must", async () => {
  const [group, ...others] = await as("minh", NOON, (ctx) => listQueue(ctx, { filters: NO_FILTERS }));
  expect(group?.rows).toHaveLength(GROUP_ROWS);
  expect(group?.count).toBe(COUNT_BOUND);
  expect(group?.next).not.toBeNull();
  expect(others.map(({ count, next }) => [count, next])).toEqual(Array(4).fill([0, null]));
});

test("where the group ends on the page's edge there is no next page", async () => {
  const page = await as("tuan", NOON, (ctx) => listQueue(ctx, { filters: NO_FILTERS, group: "new" }));
  expect(page[0]).toMatchObject({ count: 40, next: null });
});

test.each([
  "",
  "x",
  "' or 1=1 --",
  "a".repeat(200),
  "..",
  Buffer.from("urgent,p1,1e9,1").toString("base64url"),
  Buffer.from("urgent,p1,'; drop table tickets; --,1").toString("base64url"),
  Buffer.from("urgent,p9,1,1").toString("base64url"),
  Buffer.from("oldest,1,1").toString("base64url"),
  Buffer.from("urgent,p1,1,1,1").toString("base64url"),
])("a cursor that is not ours leads to the first page: %s", async (cursor) => {
  expect(readCursor("urgent", cursor)).toBeNull();
  const page = await pageOf("urgent", cursor);
  expect(page.rows[0]?.number).toBe((await pageOf("urgent", null)).rows[0]?.number);
});

test("the largest values a cursor can carry are no error", async () => {
  const cursor = Buffer.from("newest,9999999999999999,999999999").toString("base64url");
  expect((await pageOf("newest", cursor)).rows.length).toBe(PAGE_ROWS);
});

test("a whole page asks the database a handful of questions, however long the list", async () => {
  const asked: string[] = [];
  const db = drizzle(world.sql, { schema, casing: "snake_case", logger: { logQuery: (query) => asked.push(query) } });
  for (const name of ["minh", "thu"] as const) {
    const actor = await castOf(world.db).actorOf(name, new Date(NOON));
    asked.length = 0;
    await inContext(db, actor, new Date(NOON), async (ctx) => {
      await listQueue({ ...ctx, actor }, { filters: NO_FILTERS });
      await listChoices({ ...ctx, actor }, null);
    });
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(asked.filter((query) => /count\(/.test(query) && !/limit/.test(query))).toEqual([]);
  }
});
