import { afterAll, beforeAll, expect, test } from "vitest";
import { sayLeft } from "#app/components/clocks/say-left.ts";
import { secondsLeft, type TimeLeft } from "#app/domain/sla/time-left.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { NO_FILTERS, type TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { listOwn, listQueue } from "#app/domain/tickets/queue/queue.server.ts";
import type { QueueRow } from "#app/domain/tickets/queue/queue.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { vi } from "#app/i18n/vi.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const at = (iso: string) => new Date(`2026-11-${iso}:00+07:00`);
const STOPPED = { impact: "counter_stopped", urgency: "now" } as const;
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;

const queueAt = async (iso: string, filters: Partial<TicketFilters> = {}) => {
  const groups = await as("minh", `2026-11-${iso}:00+07:00`, (ctx) =>
    listQueue(ctx, { filters: { ...NO_FILTERS, ...filters } }),
  );
  return groups.flatMap(({ rows }) => rows);
};
const leftOf = (rows: QueueRow[], number: number): TimeLeft => {
  const left = rows.find((row) => row.number === number)?.left;
  if (!left) throw new Error("no clock");
  return left;
};

test("a row of the queue says what is left in service hours, and goes on counting by itself", async () => {
  const { number } = await open("lan", "2026-11-06T16:50+07:00");
  const friday = leftOf(await queueAt("06T16:55"), number);
  expect(friday).toMatchObject({ target: "first_response", seconds: 6_900, dueAt: at("09T09:20"), paused: false });
  expect(sayLeft(friday, at("06T16:55"), vi)).toBe("còn 1 giờ 55 phút");
  for (const [moment, said] of [
    ["06T17:30", "còn 1 giờ 50 phút"],
    ["08T12:00", "còn 1 giờ 50 phút"],
    ["09T09:06", "còn 14 phút"],
    ["09T09:19", "còn 1 phút"],
    ["09T09:20", "còn chưa đầy 1 phút"],
    ["09T11:50", "quá hạn 2 giờ 10 phút"],
  ] as const) {
    expect(sayLeft(friday, at(moment), vi), moment).toBe(said);
    // What the browser has counted is what the server would have said.
    const fresh = leftOf(await queueAt(moment), number);
    expect(secondsLeft(friday, at(moment)), moment).toBe(fresh.seconds);
  }
  await as("minh", "2026-11-09T12:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  const done = (await queueAt("09T12:00")).find((row) => row.number === number);
  expect(done).toMatchObject({ left: null, closesAt: at("12T12:00") });
});

test("while it waits for the reporter nothing runs out, and it says how much is left", async () => {
  const { number } = await open("lan", "2026-11-02T08:00+07:00");
  await as("minh", "2026-11-02T09:00+07:00", async (ctx) => {
    await takeTicket(ctx, { number });
    await holdTicket(ctx, { number }, { reason: "reporter", until: at("03T08:00"), why: "Chờ ảnh chụp" });
  });
  const paused = leftOf(await queueAt("02T16:00"), number);
  expect(paused).toMatchObject({ target: "resolution", paused: true, seconds: 7 * 3_600 });
  expect(sayLeft(paused, at("02T16:30"), vi)).toBe("dừng, còn 7 giờ");
  // The hold has ended, whether or not anybody has noticed.
  const onward = leftOf(await queueAt("03T09:00"), number);
  expect(onward).toMatchObject({ paused: false, seconds: 6 * 3_600 });
});

test("P1 on top, then what is due first, whatever its priority; what waits comes last", async () => {
  const later = await open("lan", "2026-11-16T07:30+07:00", { title: "P3 cũ" });
  const sooner = await open("lan", "2026-11-16T09:10+07:00", {
    title: "P2 mới",
    impact: "one_department",
    urgency: "now",
  });
  const stopped = await open("mai", "2026-11-16T09:20+07:00", { title: "P1", ...STOPPED });
  expect([later.priority, sooner.priority, stopped.priority]).toEqual(["p3", "p2", "p1"]);
  const order = async (filters: Partial<TicketFilters> = {}) =>
    (await queueAt("16T09:25", filters)).filter(({ receivedAt }) => receivedAt >= at("16T00:00")).map((r) => r.title);
  expect(await order()).toEqual(["P1", "P3 cũ", "P2 mới"]);
  await as("minh", "2026-11-16T09:25+07:00", (ctx) => takeTicket(ctx, { number: stopped.number }));
  // Answered now, and due at 11:20: later than the other two.
  expect(await order({ sort: "due" })).toEqual(["P3 cũ", "P2 mới", "P1"]);
  expect(await order({ due: ["soon"] })).toEqual(["P3 cũ"]);
  expect((await queueAt("16T09:35", { due: ["overdue"] })).map((r) => r.title)).toContain("P3 cũ");
  expect((await queueAt("16T09:35", { due: ["soon"] })).map((r) => r.title)).toEqual(["P2 mới"]);
});

test("the officer's list carries the same clock", async () => {
  const { number } = await open("hoa", "2026-11-18T08:00+07:00", { siteId: 3 });
  const groups = await as("hoa", "2026-11-18T08:30+07:00", (ctx) => listOwn(ctx, { filters: NO_FILTERS }));
  const row = groups.flatMap(({ rows }) => rows).find((one) => one.number === number);
  expect(row?.left).toMatchObject({ target: "first_response", dueAt: at("18T10:00") });
});
