import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { markDuplicate, unmarkDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { cancelTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { handBackTicket, handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS_TEAM, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { clocksIn, EVERY_DAY, HOUR, ROUND_THE_CLOCK, weekOf } from "#tests/support/clocks.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const cast = castOf(world.db);
const { as, open, reload } = cast;
const { clocksOf, giveCalendar } = clocksIn(world.owner.db, cast);
beforeAll(async () => {
  await seedCast(world.db);
  const office = weekOf(["mon", "tue", "wed", "thu", "fri"]);
  // Its counter opens on Saturday mornings.
  await giveCalendar({ siteId: BINH_HUNG_HOA }, { ...office, sat: [["07:30", "11:30"]] });
  await giveCalendar({ teamId: DOCUMENTS_TEAM }, weekOf(EVERY_DAY, ROUND_THE_CLOCK));
});
afterAll(() => world.close());

/** Days of November 2026; the second is a Monday. */
const on = (iso: string) => `2026-11-${iso}+07:00`;
const at = (iso: string) => new Date(on(iso));
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const file = (iso: string, name: "lan" | "mai" = "lan") => open(name, on(iso));
const resolve = (iso: string, number: number, name: "minh" | "vy" | "tuan" = "minh") =>
  as(name, on(iso), (ctx) => resolveTicket(ctx, { number }, fixed));
const move = (iso: string, number: number, name: "minh" | "tuan", toSiteId: number) =>
  as(name, on(iso), (ctx) => moveTicket(ctx, { number }, { toSiteId, reason: "Gửi nhầm phường" }));

test("to a ward with a Saturday counter and back: each hour by the calendar of where it was spent", async () => {
  const { number } = await file("13T10:00");
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("16T10:00") } });
  await move("13T16:00", number, "minh", BINH_HUNG_HOA);
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("14T10:00") } });
  await move("14T09:00", number, "tuan", TAN_BINH);
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("16T08:30") } });
  await resolve("16T08:00", number);
  // Friday 4.5 h at home and 1 h there, Saturday 1.5 h there, Monday half an hour at home.
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "met", elapsedSeconds: 7.5 * HOUR } });
});

test("to a team that never closes and back: its evening counts, and no minute is lost at midnight", async () => {
  const { number } = await file("02T16:00");
  const handOver = (iso: string, to: number) =>
    as("minh", on(iso), (ctx) => handOverTicket(ctx, { number: to }, { teamId: DOCUMENTS_TEAM, tried: "Bật quyền" }));
  await handOver("02T16:30", number);
  expect(await clocksOf(number)).toMatchObject({
    resolution: { dueAt: at("03T00:00"), overdueAt: at("03T00:00") },
  });
  await as("vy", on("02T23:30"), (ctx) => handBackTicket(ctx, { number }, { tried: "Đã xem" }));
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("03T08:00") } });

  const { number: stays } = await file("02T16:00");
  await handOver("02T16:30", stays);
  await resolve("03T00:00:30", stays, "vy");
  expect(await clocksOf(stays)).toMatchObject({ resolution: { state: "missed", elapsedSeconds: 8 * HOUR + 30 } });
});

test("reopened after a week: the time between does not count, the first solution and the last are both kept", async () => {
  const { number } = await file("02T08:00");
  await resolve("02T10:00", number);
  await as("lan", on("09T10:00"), (ctx) => reopenTicket(ctx, { number }, { stillFails: "Vẫn lỗi" }));
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "running", dueAt: at("10T08:00"), metAt: null, elapsedSeconds: null },
  });
  await resolve("10T16:00", number);
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "met", elapsedSeconds: 2 * HOUR },
    resolution: {
      state: "missed",
      firstMetAt: at("02T10:00"),
      firstElapsedSeconds: 2 * HOUR,
      metAt: at("10T16:00"),
      elapsedSeconds: 14.5 * HOUR,
    },
  });
  expect(await reload(number)).toMatchObject({ closesAt: at("13T16:00"), firstResolvedAt: at("02T10:00") });
});

test("a duplicate that was none waits again as it had waited: on hold since nine", async () => {
  const stays = await file("02T08:00", "mai");
  const { number } = await file("02T08:30");
  await as("minh", on("02T09:00"), (ctx) =>
    holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh chụp" }),
  );
  await as("minh", on("02T10:00"), (ctx) => markDuplicate(ctx, { number }, stays.number));
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "met", elapsedSeconds: HOUR / 2 },
    resolution: { state: "not_applicable", metAt: null, elapsedSeconds: null },
    nextDueAt: null,
  });
  await as("minh", on("03T09:00"), (ctx) => unmarkDuplicate(ctx, { number }));
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "paused", pausedAt: at("02T09:00"), leftSeconds: 7.5 * HOUR },
  });
  await as("minh", on("03T10:00"), (ctx) => resumeTicket(ctx, { number }));
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "running", dueAt: at("04T09:30") } });
});

test("a duplicate that was none had been waiting all the time, and telling so was no answer", async () => {
  const stays = await file("02T08:00", "mai");
  const { number } = await file("02T08:30");
  await as("minh", on("02T09:00"), (ctx) => markDuplicate(ctx, { number }, stays.number));
  expect(await clocksOf(number)).toMatchObject({ response: { state: "met", elapsedSeconds: HOUR / 2 } });
  await as("minh", on("02T10:00"), (ctx) => unmarkDuplicate(ctx, { number }));
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "running", dueAt: at("02T10:30"), metAt: null },
    resolution: { state: "running", dueAt: at("03T08:30") },
    nextDueAt: at("02T10:30"),
  });
  await as("minh", on("02T10:15"), (ctx) => takeTicket(ctx, { number }));
  expect(await clocksOf(number)).toMatchObject({ response: { state: "met", elapsedSeconds: 1.75 * HOUR } });
});

test("solved without a word before: the solution is the answer, and that one came too late", async () => {
  const { number } = await file("02T08:00");
  await resolve("02T10:30", number);
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "missed", elapsedSeconds: 2.5 * HOUR },
    resolution: { state: "met", elapsedSeconds: 2.5 * HOUR },
    nextDueAt: null,
  });
});

test("Lan takes hers back before anybody answered: neither target ever applied, and neither is a zero", async () => {
  const { number } = await file("02T08:00");
  await as("lan", on("02T12:00"), (ctx) => cancelTicket(ctx, { number }, { reason: "Tự hết" }));
  const never = { state: "not_applicable", metAt: null, elapsedSeconds: null, firstMetAt: null };
  expect(await clocksOf(number)).toMatchObject({ response: never, resolution: never, nextDueAt: null });
  expect(await reload(number)).toMatchObject({ closesAt: null });
});
