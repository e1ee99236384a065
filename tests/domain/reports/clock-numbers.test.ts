import { afterAll, beforeAll, expect, test } from "vitest";
import { getReport } from "#app/domain/reports/numbers.server.ts";
import { onTimeShare } from "#app/domain/reports/numbers.ts";
import { getScope } from "#app/domain/reports/scope.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { cancelTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { BINH_HUNG_HOA, castOf, seedCast } from "#tests/support/cast.ts";
import { clocksIn, HOUR } from "#tests/support/clocks.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const cast = castOf(world.db);
const { as, open } = cast;
const { editPolicies } = clocksIn(world.owner.db, cast);
const on = (iso: string) => `2026-${iso}+07:00`;
const fixed = { code: "fixed", cause: "x", done: "y" } as const;
const resolve = (iso: string, number: number, name: "minh" | "tuan" = "minh") =>
  as(name, on(iso), (ctx) => resolveTicket(ctx, { number }, fixed));

const waitForVendor = async (day: string, number: number, name: "minh" | "tuan" = "minh") => {
  await as(name, on(`${day}T09:00`), (ctx) =>
    holdTicket(ctx, { number }, { reason: "vendor", until: null, why: "Chờ nhà cung cấp" }),
  );
  await as(name, on(`${day}T11:00`), (ctx) => resumeTicket(ctx, { number }));
};
const report = (from: string, to: string) =>
  as("son", on("11-30T08:00"), async (ctx) => getReport(ctx, { from, to }, (await getScope(ctx, null)).scope.where));

beforeAll(async () => {
  await seedCast(world.db);
  // Six hours on the wall, 4.5 of work, two of them for the vendor.
  const vendor = await open("lan", on("11-02T08:00"));
  await as("minh", on("11-02T08:10"), (ctx) => takeTicket(ctx, { number: vendor.number }));
  await waitForVendor("11-02", vendor.number);
  await resolve("11-02T14:00", vendor.number);
  // From Friday to Tuesday: 96 hours on the wall, 1 + 8 + 7 of work.
  const late = await open("lan", on("10-30T16:00"));
  await resolve("11-03T16:00", late.number);
  // Solved within an hour, wrongly; 8.5 of work and 25.5 on the wall until it was right.
  const again = await open("lan", on("11-03T08:00"));
  await resolve("11-03T09:00", again.number);
  await as("lan", on("11-03T10:00"), (ctx) => reopenTicket(ctx, { number: again.number }, { stillFails: "Vẫn lỗi" }));
  await resolve("11-04T09:30", again.number);
  // One that Lan takes back, and one that nobody has seen.
  const off = await open("lan", on("11-04T08:00"));
  await as("lan", on("11-04T08:30"), (ctx) => cancelTicket(ctx, { number: off.number }, { reason: "Tự hết" }));
  await open("lan", on("11-05T08:00"), { impact: "counter_stopped", urgency: "now" });
});
afterAll(() => world.close());

test("ten days of November, by hand: both times, the first solution and the last, what came in time, and what is late", async () => {
  const { total, first, by } = await report("2026-11-01", "2026-11-10");
  expect(total).toMatchObject({ opened: 4, resolved: 3, backlog: 1, overdue: 1 });
  // Ten minutes, and an hour for the one whose solution was its answer.
  expect(total.firstResponse).toEqual({
    wall: { median: 35 * 60, p90: 55 * 60 },
    service: { median: 35 * 60, p90: 55 * 60 },
    counted: 2,
    pending: 1,
    skipped: 1,
    invalid: 0,
    met: 2,
    missed: 0,
  });
  expect(total.resolution).toMatchObject({
    service: { median: 8.5 * HOUR, p90: 14.5 * HOUR },
    wall: { median: 25.5 * HOUR, p90: expect.closeTo(81.9 * HOUR) },
    met: 1,
    missed: 2,
  });
  expect(onTimeShare(total.resolution)).toBeCloseTo(1 / 3);
  expect(first).toEqual({
    service: { median: 4.5 * HOUR, p90: expect.closeTo(13.7 * HOUR) },
    wall: { median: 6 * HOUR, p90: expect.closeTo(78 * HOUR) },
    reopened: 1,
  });
  expect(total.vendorShare).toBeCloseTo(2 / 29);
  expect(by.priority.map(({ key, opened, overdue }) => [key, opened, overdue])).toEqual([
    ["p1", 1, 1],
    ["p3", 3, 0],
  ]);
});

test("the days before are what the next are compared with", async () => {
  const { before, total } = await report("2026-11-11", "2026-11-20");
  expect(before).toEqual({ service: 8.5 * HOUR, wall: 25.5 * HOUR, met: 1, missed: 2 });
  expect(total).toMatchObject({ resolved: 0, overdue: 1, vendorShare: null });
  expect(onTimeShare(total.resolution)).toBeNull();
});

test("the vendor's share is the same whether the clock stopped for it or not", async () => {
  await editPolicies((policy) => ({ ...policy, vendorStops: true }));
  const { number } = await open("hoa", on("11-23T08:00"), { siteId: BINH_HUNG_HOA });
  await waitForVendor("11-23", number, "tuan");
  await resolve("11-23T14:00", number, "tuan");
  const { total } = await report("2026-11-23", "2026-11-23");
  expect(total.resolution.service.median).toBe(2.5 * HOUR);
  expect(total.vendorShare).toBeCloseTo(2 / 4.5);
});
