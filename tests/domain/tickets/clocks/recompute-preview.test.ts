import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarVersions, slaPolicies } from "#app/domain/sla/schema.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { startRecomputation } from "#app/domain/tickets/clocks/recompute.server.ts";
import { type Proposed, previewChange } from "#app/domain/tickets/clocks/recompute-preview.server.ts";
import { recomputations } from "#app/domain/tickets/clocks/recompute-schema.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { castOf, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
const at = (iso: string) => new Date(`2026-11-${iso}:00+07:00`);
const CITY_CALENDAR = 1;
const dueAt = (time: Date) => ({ dueAt: time, leftSeconds: null });

beforeAll(async () => {
  await seedCast(world.db);
  await open("lan", "2026-11-19T08:00+07:00");
  const waiting = await open("lan", "2026-11-20T08:00+07:00");
  const held = await open("mai", "2026-11-20T09:00+07:00");
  await open("hoa", "2026-11-20T16:00+07:00", { siteId: 3 });
  await as("minh", "2026-11-20T08:30+07:00", (ctx) => takeTicket(ctx, { number: waiting.number }));
  await as("minh", "2026-11-20T09:30+07:00", (ctx) =>
    holdTicket(ctx, { number: held.number }, { reason: "reporter", until: null, why: "Chờ ảnh" }),
  );
  const done = await open("lan", "2026-11-19T08:10+07:00");
  await as("minh", "2026-11-19T09:00+07:00", (ctx) =>
    resolveTicket(ctx, { number: done.number }, { code: "fixed", cause: "Thiếu quyền", done: "Đã bật" }),
  );
});
afterAll(() => world.close());

const preview = (change: Proposed, name: "admin" | "son" = "admin") =>
  as(name, "2026-11-20T16:30+07:00", (ctx) => previewChange(ctx, change));
const cityHours = () =>
  asSystem(async ({ db }) => {
    const [city] = await db.select().from(calendarVersions);
    if (!city) throw new Error("the city has no calendar");
    return city.counted;
  });

test("a holiday decided late: who waits is due later, what was to be done by then stays, what is solved closes later", async () => {
  const city = await cityHours();
  const closed = new Map([[CITY_CALENDAR, { ...city, closed: [...city.closed, "2026-11-23"] }]]);
  const impact = await preview({ calendars: closed });
  expect(impact).toMatchObject({
    open: 4,
    more: false,
    changed: 2,
    later: 2,
    earlier: 0,
    policyChanged: 0,
    closings: 1,
  });
  // Tuesday 24 November is a day off already.
  expect(impact.examples).toEqual([
    {
      number: 10004,
      title: null,
      target: "first_response",
      before: dueAt(at("23T08:30")),
      after: dueAt(at("25T08:30")),
    },
    { number: 10002, title: null, target: "resolution", before: dueAt(at("23T08:00")), after: dueAt(at("25T08:00")) },
  ]);
  expect((await preview({ calendars: closed }, "son")).examples).toMatchObject([
    { number: 10004, title: "Không ký phát hành được văn bản" },
    { number: 10002 },
  ]);
  expect(await preview({})).toMatchObject({ open: 4, changed: 0, closings: 0, examples: [] });
});

test("shorter targets make tickets overdue, and no targets leave them without a promise", async () => {
  const list = await asSystem(async ({ db }) => (await db.select().from(slaPolicies))[0]?.list ?? []);
  const half = list.map((one) => ({ ...one, targets: { ...one.targets, first_response: 3_600, resolution: 14_400 } }));
  const impact = await preview({ policies: half });
  expect(impact).toMatchObject({ open: 4, changed: 4, earlier: 4, later: 0, policyChanged: 0 });
  expect(impact.becomesOverdue).toBe(1);
  expect(await preview({ policies: [] })).toMatchObject({ changed: 4, later: 4, policyChanged: 4, unpromised: 4 });
});

test("an override counts for its ward alone, from its first day on", async () => {
  const city = await cityHours();
  const saturday = { ...city, weekly: { ...city.weekly, sat: [["07:30", "11:30"]] as const } };
  const override = { siteId: TAN_BINH, teamId: null, validFrom: "2026-11-21", validUntil: null, counted: saturday };
  expect(await preview({ overrides: [override] })).toMatchObject({ open: 4, changed: 1, earlier: 1 });
  const friday = { ...override, validFrom: "2026-11-20", counted: { ...saturday, closed: ["2026-11-20"] } };
  expect(await preview({ overrides: [friday] })).toMatchObject({ changed: 3, later: 3 });
});

test("what starts a recomputation is noted with who and why, by an admin alone", async () => {
  await as("admin", "2026-11-20T16:30+07:00", (ctx) =>
    startRecomputation(ctx, { cause: "calendar", why: "Nghỉ thêm 23/11" }),
  );
  expect(await asSystem(({ db }) => db.select().from(recomputations))).toMatchObject([
    { cause: "calendar", why: "Nghỉ thêm 23/11", startedById: 71, expected: 5, done: 0, finishedAt: null },
  ]);
  await expect(
    as("minh", "2026-11-20T16:30+07:00", (ctx) => startRecomputation(ctx, { cause: "calendar", why: "" })),
  ).rejects.toThrow();
});
