import { asc, count, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#app/db/connect.server.ts";
import { countedFrom } from "#app/domain/sla/hours.ts";
import { calendarVersions, slaPolicies } from "#app/domain/sla/schema.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { listRecomputations, startRecomputation } from "#app/domain/tickets/clocks/recompute.server.ts";
import { recomputeBatch, type Turn } from "#app/domain/tickets/clocks/recompute-run.server.ts";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";
import { confirmTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { startRecomputing } from "#app/jobs/recompute.server.ts";
import { BINH_HUNG_HOA, castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let world = await openTestDatabase();
let cast = castOf(world.db);
beforeEach(async () => {
  await world.close();
  world = await openTestDatabase();
  cast = castOf(world.db);
  await seedCast(world.db);
});
afterAll(() => world.close());

const CITY_CALENDAR = 1;
const at = (iso: string) => new Date(`2026-11-${iso}:00+07:00`);
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const clocksOf = (number: number) =>
  cast.asSystem(({ db }) =>
    db.select().from(clocks).where(eq(clocks.ticketNumber, number)).orderBy(asc(clocks.target)),
  );
const rejudgings = async () => {
  const rows = await world.owner.db
    .select({ number: ticketEvents.ticketNumber, times: count() })
    .from(ticketEvents)
    .where(eq(ticketEvents.type, "ticket.rejudged"))
    .groupBy(ticketEvents.ticketNumber)
    .orderBy(asc(ticketEvents.ticketNumber));
  return rows.map(({ number, times }) => [number, times]);
};
const theOnly = async () => {
  const [one] = await cast.asSystem(listRecomputations);
  if (!one) throw new Error("nothing is recomputed");
  return one;
};

/** The city decides late that a day is a holiday. */
const closeOn = (date: string, iso = "2026-11-20T16:30+07:00") =>
  cast.as("admin", iso, async (ctx) => {
    const known = await ctx.db.select().from(calendarVersions).where(eq(calendarVersions.calendarId, CITY_CALENDAR));
    const last = known.at(-1);
    if (!last) throw new Error("the city has no calendar");
    const hours = { ...last.hours, days: [...last.hours.days, { date, name: "Nghỉ thêm" }] };
    const [version, counted] = [known.length + 1, countedFrom(hours, hours)];
    await ctx.db
      .insert(calendarVersions)
      .values({ calendarId: CITY_CALENDAR, version, hours, counted, why: "Công điện", madeById: 71, madeAt: ctx.now });
    return startRecomputation(ctx, { cause: "calendar", why: "Công điện" });
  });
async function runToTheEnd(): Promise<void> {
  const seen = new Map();
  for (let turn: Turn = "waits"; turn !== "idle"; ) turn = await recomputeBatch(world.db, new Date(), seen);
}
const provenRight = async () => expect((await verifyClocks(world.db)).differences).toEqual([]);

test("a holiday decided late: what is open is due later, what is solved closes later, what is closed stays", async () => {
  const { open, as, reload, events } = cast;
  const waits = await open("lan", "2026-11-20T16:00+07:00");
  const solved = await open("lan", "2026-11-19T08:00+07:00");
  const closed = await open("mai", "2026-11-19T08:00+07:00");
  for (const { number } of [solved, closed])
    await as("minh", "2026-11-20T10:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  await as("mai", "2026-11-20T11:00+07:00", (ctx) => confirmTicket(ctx, { number: closed.number }));
  const before = [await clocksOf(solved.number), await clocksOf(closed.number)];
  const closedRow = await reload(closed.number);
  expect([waits.nextDueAt, (await reload(solved.number)).closesAt]).toEqual([at("23T08:30"), at("26T10:00")]);

  await closeOn("2026-11-23");
  await runToTheEnd();

  expect((await reload(waits.number)).nextDueAt).toEqual(at("25T08:30"));
  expect(await reload(solved.number)).toMatchObject({ closesAt: at("27T10:00"), status: "resolved" });
  expect([await clocksOf(solved.number), await clocksOf(closed.number)]).toEqual(before);
  expect(await reload(closed.number)).toEqual(closedRow);
  expect((await events(waits.number)).at(-1)).toMatchObject({
    type: "ticket.rejudged",
    actorId: null,
    data: {
      cause: "calendar",
      moved: { target: "first_response", from: at("23T08:30").toISOString(), to: at("25T08:30").toISOString() },
    },
  });
  expect((await events(solved.number)).at(-1)).toMatchObject({ data: { moved: { target: "closing" } } });
  expect(await theOnly()).toMatchObject({
    startedBy: "Quản Trị",
    why: "Công điện",
    expected: 2,
    done: 2,
    changed: 1,
    closings: 1,
  });
  // Nobody's open page became old by it, and nothing became unread.
  expect(await reload(waits.number)).toMatchObject({ version: waits.version, lastEventId: waits.lastEventId });
  await provenRight();

  await as("admin", "2026-11-20T16:40+07:00", (ctx) => startRecomputation(ctx, { cause: "calendar", why: "Lần nữa" }));
  await runToTheEnd();
  expect(await rejudgings()).toEqual([
    [waits.number, 1],
    [solved.number, 1],
  ]);
});

test("reopened after the rules changed, a ticket goes on by those of today", async () => {
  const { number } = await cast.open("lan", "2026-11-19T16:00+07:00");
  await cast.as("minh", "2026-11-20T10:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  await closeOn("2026-11-23");
  await runToTheEnd();
  await cast.as("lan", "2026-11-20T16:50+07:00", (ctx) => reopenTicket(ctx, { number }, { stillFails: "Vẫn lỗi" }));
  // An hour and two and a half before, ten minutes on Friday, and Monday and Tuesday off: 4:20 are left of eight hours.
  expect((await clocksOf(number))[1]).toMatchObject({ state: "running", dueAt: at("25T13:20") });
  await provenRight();
});

test("a ticket that moved keeps what its old ward counted, by the newest version of that ward's calendar", async () => {
  const { number } = await cast.open("lan", "2026-11-19T16:00+07:00");
  await cast.as("minh", "2026-11-20T10:00+07:00", (ctx) =>
    moveTicket(ctx, { number }, { toSiteId: BINH_HUNG_HOA, reason: "Gửi nhầm phường" }),
  );
  await closeOn("2026-11-23");
  await runToTheEnd();
  const events = await world.owner.db.select().from(ticketEvents).where(eq(ticketEvents.ticketNumber, number));
  expect(events.at(-1)?.judged?.timetable).toEqual([{ from: null, calendar: 2 }]);
  expect((await clocksOf(number))[1]).toMatchObject({ state: "running", dueAt: at("20T16:00") });
  await provenRight();
});

test("new policies judge what is open anew; a list that says the same changes nothing", async () => {
  const { number } = await cast.open("lan", "2026-11-20T08:00+07:00");
  const write = (list: (typeof slaPolicies.$inferSelect)["list"]) =>
    cast.as("admin", "2026-11-20T09:00+07:00", async (ctx) => {
      await ctx.db.insert(slaPolicies).values({ list, why: "Rút ngắn", madeById: 71, madeAt: ctx.now });
      await startRecomputation(ctx, { cause: "policies", why: "Rút ngắn" });
    });
  const list = await cast.asSystem(async ({ db }) => (await db.select().from(slaPolicies))[0]?.list ?? []);
  await write(list);
  await runToTheEnd();
  expect(await rejudgings()).toEqual([]);
  await write(list.map((one) => ({ ...one, targets: { ...one.targets, first_response: 3_600 } })));
  await runToTheEnd();
  expect((await cast.reload(number)).nextDueAt).toEqual(at("20T09:00"));
  await write([]);
  await runToTheEnd();
  expect(await clocksOf(number)).toEqual([]);
  expect((await cast.reload(number)).nextDueAt).toBeNull();
  await provenRight();
});

describe("over many tickets", () => {
  const MANY = 24;
  const openMany = async () => {
    const numbers: number[] = [];
    for (let i = 0; i < MANY; i++) numbers.push((await cast.open("lan", "2026-11-20T16:00+07:00")).number);
    return numbers;
  };

  test("a worker that dies in the middle leaves whole batches, and the next goes on behind them", async () => {
    const numbers = await openMany();
    await closeOn("2026-11-23");
    const dying = openDatabase(world.url, { max: 2 });
    const seen = new Map();
    while ((await theOnly()).done < 9) await recomputeBatch(dying.db, new Date(), seen, 3);
    const inTheMiddle = recomputeBatch(dying.db, new Date(), seen, 12).catch(() => "died");
    await world.owner.sql`select pg_sleep(0.02)`;
    await world.owner.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'tram' and state <> 'idle' and pid <> pg_backend_pid()`;
    await inTheMiddle;
    await dying.close();
    const { done, reached } = await theOnly();
    expect((await rejudgings()).map(([number]) => number)).toEqual(numbers.slice(0, done));
    expect(reached).toBe(numbers[done - 1]);

    await runToTheEnd();
    expect(await rejudgings()).toEqual(numbers.map((number) => [number, 1]));
    expect(await theOnly()).toMatchObject({ done: MANY, changed: MANY, finishedAt: expect.any(Date) });
    await provenRight();
  });

  test("two workers at once judge each ticket once, while somebody takes one of them", async () => {
    const numbers = await openMany();
    await closeOn("2026-11-23");
    const workers = [1, 2].map(() => startRecomputing({ db: () => world.db, batch: 4 }));
    await cast.as("minh", "2026-11-20T16:45+07:00", (ctx) => takeTicket(ctx, { number: numbers[15] ?? 0 }));
    await expect.poll(async () => (await theOnly()).finishedAt, { timeout: 10_000 }).not.toBeNull();
    await Promise.all(workers.map(({ stop }) => stop()));
    expect(await rejudgings()).toEqual(numbers.map((number) => [number, 1]));
    expect(await theOnly()).toMatchObject({ done: MANY, changed: MANY });
    await provenRight();
  });

  test("tickets from before the clocks get theirs, the closed ones too, once", async () => {
    const numbers = await openMany();
    const [first = 0, second = 0] = numbers;
    await cast.as("minh", "2026-11-23T08:00+07:00", (ctx) => resolveTicket(ctx, { number: first }, fixed));
    await cast.as("lan", "2026-11-23T08:10+07:00", (ctx) => confirmTicket(ctx, { number: first }));
    const before = await clocksOf(first);
    await world.owner.db.execute(sql`alter table ticket_events disable trigger ticket_events_append_only`);
    await world.owner.db.execute(sql`update ticket_events set judged = null`);
    await world.owner.db.execute(sql`alter table ticket_events enable trigger ticket_events_append_only`);
    await world.owner.db.execute(sql`delete from clocks`);

    const worker = startRecomputing({ db: () => world.db });
    await expect.poll(async () => (await theOnly()).finishedAt, { timeout: 10_000 }).not.toBeNull();
    await worker.stop();

    expect(await clocksOf(first)).toEqual(before);
    expect((await clocksOf(second)).map(({ state }) => state)).toEqual(["running", "running"]);
    expect(await theOnly()).toMatchObject({ cause: "first_clocks", startedBy: null, done: MANY, changed: MANY });
    await provenRight();
    const again = startRecomputing({ db: () => world.db });
    await again.stop();
    expect(await cast.asSystem(listRecomputations)).toHaveLength(1);
  });
});
