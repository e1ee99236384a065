import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { moveTicket, reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open, reload } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const clocksOf = (number: number) =>
  asSystem((ctx) => ctx.db.select().from(clocks).where(eq(clocks.ticketNumber, number)).orderBy(asc(clocks.target)));
const at = (iso: string) => new Date(`2026-11-${iso}:00+07:00`);

test("filed on Friday at 16:50 as P3, answered on Monday, solved on Tuesday: the weekend does not count", async () => {
  const { number } = await open("lan", "2026-11-06T16:50+07:00");
  expect((await reload(number)).nextDueAt).toEqual(at("09T09:20"));
  await as("minh", "2026-11-09T09:00+07:00", (ctx) => takeTicket(ctx, { number }));
  expect((await reload(number)).nextDueAt).toEqual(at("09T16:50"));
  await as("minh", "2026-11-10T07:40+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));

  expect(await clocksOf(number)).toMatchObject([
    { target: "first_response", state: "met", dueAt: at("09T09:20"), elapsedSeconds: 6_000 },
    { target: "resolution", state: "missed", dueAt: at("09T16:50"), elapsedSeconds: 30_000 },
  ]);
  expect(await reload(number)).toMatchObject({ nextDueAt: null, closesAt: at("13T07:40") });
});

test("what waits for the reporter stands still, also where the priority changes meanwhile and the ward with it", async () => {
  const { number } = await open("lan", "2026-11-02T08:00+07:00");
  await as("minh", "2026-11-02T09:00+07:00", (ctx) =>
    holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh chụp" }),
  );
  expect((await clocksOf(number))[1]).toMatchObject({ state: "paused", dueAt: null, leftSeconds: 7 * 3_600 });
  await as("minh", "2026-11-02T10:00+07:00", (ctx) =>
    reclassifyTicket(ctx, { number }, { priority: "p2", reason: "Nhiều người chờ" }),
  );
  expect((await clocksOf(number))[1]).toMatchObject({ state: "paused", leftSeconds: 3 * 3_600, policyKey: "p2" });
  await as("minh", "2026-11-02T11:00+07:00", (ctx) => resumeTicket(ctx, { number }));
  expect((await clocksOf(number))[1]).toMatchObject({ state: "running", dueAt: at("02T15:30") });
  await as("minh", "2026-11-02T11:10+07:00", (ctx) =>
    moveTicket(ctx, { number }, { toSiteId: BINH_HUNG_HOA, reason: "Gửi nhầm phường" }),
  );
  expect((await clocksOf(number))[1]).toMatchObject({ state: "running", dueAt: at("02T15:30") });
});

test("still broken: the same clock goes on from where it stopped, and remembers the first time", async () => {
  const { number } = await open("lan", "2026-11-02T08:00+07:00");
  await as("minh", "2026-11-02T09:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  await as("lan", "2026-11-09T09:00+07:00", (ctx) => reopenTicket(ctx, { number }, { stillFails: "Vẫn lỗi" }));
  expect((await clocksOf(number))[1]).toMatchObject({
    state: "running",
    dueAt: at("10T08:00"),
    firstElapsedSeconds: 3_600,
  });
  await as("minh", "2026-11-09T10:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  expect((await clocksOf(number))[1]).toMatchObject({
    state: "met",
    elapsedSeconds: 7_200,
    firstMetAt: at("02T09:00"),
    metAt: at("09T10:00"),
  });
});
