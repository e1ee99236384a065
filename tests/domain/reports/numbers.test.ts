import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getReport } from "#app/domain/reports/numbers.server.ts";
import { getScope, listScopes } from "#app/domain/reports/scope.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { markDuplicate, unmarkDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { cancelTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { BINH_HUNG_HOA, castOf, type Name, ONE_STOP, seedCast, TAN_BINH, VAN_PHONG } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, asSystem } = castOf(world.db);
const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };
const AFTER = "2026-12-05T08:00+07:00";
const MINUTE = 60;
const fixed = { code: "fixed", cause: "x", done: "y" } as const;

/** Opened, answered and resolved at these times of one day in November; "-" leaves the step out. */
async function story(
  day: string,
  opened: string,
  answered: string,
  resolved: string,
  more: Parameters<typeof open>[2] = {},
) {
  const at = (time: string) => `2026-${day}T${time}+07:00`;
  const { number } = await open(more?.siteId === BINH_HUNG_HOA ? "hoa" : "lan", at(opened), more);
  const engineer = more?.siteId === BINH_HUNG_HOA ? "tuan" : "minh";
  if (answered !== "-") await as(engineer, at(answered), (ctx) => takeTicket(ctx, { number }));
  if (resolved !== "-") await as(engineer, at(resolved), (ctx) => resolveTicket(ctx, { number }, fixed));
  return number;
}
const report = (name: Name, period = NOVEMBER, site: number | null = null, now = AFTER) =>
  as(name, now, async (ctx) => getReport(ctx, period, (await getScope(ctx, site)).scope.where));

beforeAll(async () => {
  await seedCast(world.db);
  await story("11-02", "08:00", "08:10", "09:00");
  await story("11-03", "08:00", "08:20", "10:00");
  await story("11-04", "08:00", "08:30", "11:00");
  await story("11-05", "08:00", "08:40", "-", { systemId: ONE_STOP });
  await story("11-06", "08:00", "-", "-", { kind: "how_to" });
  await story("11-09", "08:00", "08:50", "12:00", { siteId: BINH_HUNG_HOA });
  await story("10-30", "08:00", "08:05", "-");
});
afterAll(() => world.close());

test("the city's November, by hand", async () => {
  const { total, by } = await report("son");
  expect(total).toEqual({
    opened: 6,
    resolved: 4,
    // The two of November without an end, and the one left over from October.
    backlog: 3,
    overdue: 3,
    // 10, 20, 30, 40, 50 minutes; the unanswered one is still to come, not zero.
    firstResponse: {
      wall: { median: 30 * MINUTE, p90: 46 * MINUTE },
      service: { median: 30 * MINUTE, p90: 46 * MINUTE },
      counted: 5,
      pending: 1,
      skipped: 0,
      invalid: 0,
      met: 5,
      missed: 0,
    },
    // 60, 120, 180, 240 minutes, the last half an hour into lunch.
    resolution: {
      wall: { median: 150 * MINUTE, p90: 222 * MINUTE },
      service: { median: 150 * MINUTE, p90: 201 * MINUTE },
      counted: 4,
      pending: 0,
      skipped: 0,
      invalid: 0,
      met: 4,
      missed: 0,
    },
    vendorShare: 0,
  });
  expect(by.ward.map((line) => [line.key, line.opened, line.resolved, line.backlog])).toEqual([
    [String(TAN_BINH), 5, 3, 3],
    [String(BINH_HUNG_HOA), 1, 1, 0],
  ]);
  expect(by.kind.map((line) => [line.key, line.opened])).toEqual([
    ["software_error", 5],
    ["how_to", 1],
  ]);
  expect(by.kind[1]?.firstResponse).toMatchObject({ wall: { median: null }, counted: 0, pending: 1, skipped: 0 });
  expect(by.priority.map((line) => [line.key, line.opened])).toEqual([["p3", 6]]);
  expect(by.system.map((line) => line.opened)).toEqual([5, 1]);
});

test("the ward's lead gets the ward, the head of a room the room, a clerk nothing", async () => {
  expect((await report("chau")).total.opened).toBe(5);
  await expect(report("chau", NOVEMBER, BINH_HUNG_HOA)).rejects.toMatchObject({ refusal: "not_found" });
  expect((await report("head", NOVEMBER, VAN_PHONG)).total.opened).toBe(5);
  expect((await report("son", NOVEMBER, BINH_HUNG_HOA)).total).toMatchObject({ opened: 1, resolved: 1 });
  await expect(report("lan")).rejects.toMatchObject({ refusal: "not_found" });
  expect((await as("son", AFTER, (ctx) => listScopes(ctx))).map((site) => site.name).slice(0, 3)).toEqual([
    "Thành phố Hồ Chí Minh",
    "Bình Hưng Hòa",
    "Tân Bình",
  ]);
});

test("a day begins and ends at midnight in the city", async () => {
  await open("lan", "2026-11-20T00:00+07:00");
  await open("lan", "2026-11-20T23:59:59+07:00");
  await open("lan", "2026-11-21T00:00+07:00");
  expect((await report("son", { from: "2026-11-20", to: "2026-11-20" })).total.opened).toBe(2);
});

test("still broken takes the resolution back, and the backlog of each day is what it was that day", async () => {
  const number = await story("12-01", "08:00", "08:01", "09:00");
  await as("lan", "2026-12-02T08:00+07:00", (ctx) => reopenTicket(ctx, { number }, { stillFails: "z" }));
  const on = (day: string) =>
    report("son", { from: day, to: day }, TAN_BINH, "2026-12-10T08:00+07:00").then((r) => r.total);
  const before = (await on("2026-11-30")).backlog;
  expect(await on("2026-12-01")).toMatchObject({ resolved: 0, backlog: before });
  expect(await on("2026-12-02")).toMatchObject({ resolved: 0, backlog: before + 1 });
  await as("minh", "2026-12-03T08:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  expect(await on("2026-12-02")).toMatchObject({ backlog: before + 1 });
  expect(await on("2026-12-03")).toMatchObject({
    resolved: 1,
    backlog: before,
    resolution: expect.objectContaining({ wall: { median: 48 * 60 * MINUTE, p90: 48 * 60 * MINUTE } }),
  });
});

test("a cancelled ticket leaves the backlog and is nobody's resolution", async () => {
  const { number } = await open("hoa", "2026-12-07T08:00+07:00", { siteId: BINH_HUNG_HOA });
  const on = (day: string) =>
    report("son", { from: day, to: day }, BINH_HUNG_HOA, "2026-12-10T08:00+07:00").then((r) => r.total);
  await as("hoa", "2026-12-08T08:00+07:00", (ctx) => cancelTicket(ctx, { number }, { reason: "tự hết" }));
  expect(await on("2026-12-07")).toMatchObject({ opened: 1, backlog: 1 });
  expect(await on("2026-12-08")).toMatchObject({ resolved: 0, backlog: 0 });
});

test("a duplicate leaves the backlog with its mark, is nobody's resolution, and comes back when it was none", async () => {
  const first = await open("lan", "2026-12-11T08:00+07:00");
  const { number } = await open("mai", "2026-12-11T08:30+07:00");
  const on = (day: string, now = "2026-12-20T08:00+07:00") =>
    report("son", { from: day, to: day }, TAN_BINH, now).then((r) => r.total);
  const { backlog } = await on("2026-12-11");
  await as("minh", "2026-12-12T09:00+07:00", (ctx) => markDuplicate(ctx, { number }, first.number));
  expect(await on("2026-12-11")).toMatchObject({ opened: 2, resolved: 0, backlog });
  expect(await on("2026-12-12")).toMatchObject({ resolved: 0, backlog: backlog - 1 });
  await as("minh", "2026-12-12T10:00+07:00", (ctx) => resolveTicket(ctx, { number: first.number }, fixed));
  expect(await on("2026-12-12")).toMatchObject({ resolved: 1, backlog: backlog - 2 });
  await as("minh", "2026-12-12T11:00+07:00", (ctx) => unmarkDuplicate(ctx, { number }));
  expect(await on("2026-12-12")).toMatchObject({ resolved: 1, backlog: backlog - 1 });
});

test("a milestone before its beginning is invalid: counted apart, and in no median", async () => {
  const number = await story("12-09", "08:00", "08:30", "09:00", { siteId: BINH_HUNG_HOA });
  await asSystem(async ({ db }) => {
    await db.execute(
      sql`update tickets set first_response_at = received_at - interval '1 hour' where number = ${number}`,
    );
    await db.execute(sql`update clocks set state = 'invalid', elapsed_seconds = null
      where ticket_number = ${number} and target = 'first_response'`);
  });
  const day = { from: "2026-12-09", to: "2026-12-09" };
  const { total } = await report("son", day, BINH_HUNG_HOA, "2026-12-10T08:00+07:00");
  const none = { median: null, p90: null };
  expect(total.firstResponse).toMatchObject({ wall: none, service: none, counted: 0, invalid: 1, met: 0, missed: 0 });
});
