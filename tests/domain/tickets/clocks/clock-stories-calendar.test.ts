import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { startRecomputation } from "#app/domain/tickets/clocks/recompute.server.ts";
import { recomputeBatch, type Turn } from "#app/domain/tickets/clocks/recompute-run.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { closeSilentTicket, listSilentTickets, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { BINH_HUNG_HOA, castOf, seedCast } from "#tests/support/cast.ts";
import { clocksIn, HOUR, weekOf } from "#tests/support/clocks.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const cast = castOf(world.db);
const { as, asSystem, open, reload } = cast;
const { clocksOf, giveCalendar, editCityCalendar } = clocksIn(world.owner.db, cast);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const at = (iso: string) => new Date(`${iso}+07:00`);
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const take = (iso: string, number: number) => as("minh", `${iso}+07:00`, (ctx) => takeTicket(ctx, { number }));
const resolve = (iso: string, number: number) =>
  as("minh", `${iso}+07:00`, (ctx) => resolveTicket(ctx, { number }, fixed));
/** Without a word about it these are P3: an answer within two hours, a solution within eight. */
const file = (iso: string) => open("lan", `${iso}+07:00`);

test("over Tết 2026: ten days on the wall are one hour of the answer", async () => {
  const { number } = await file("2026-02-13T16:00");
  expect(await clocksOf(number)).toMatchObject({
    response: { dueAt: at("2026-02-23T08:30") },
    resolution: { dueAt: at("2026-02-23T16:00") },
  });
  await take("2026-02-23T08:00", number);
  await resolve("2026-02-24T08:00", number);
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "met", elapsedSeconds: 1.5 * HOUR },
    resolution: { state: "missed", elapsedSeconds: 9.5 * HOUR },
  });
});

test("a solution before Tết closes after three working days, in the week after", async () => {
  const { number } = await file("2026-02-13T08:00");
  await resolve("2026-02-13T10:00", number);
  expect((await reload(number)).closesAt).toEqual(at("2026-02-25T10:00"));
});

test("three working days over Monday 27 April and the two days off that follow: silent until 15:00, then closed", async () => {
  const { number } = await file("2026-04-24T14:00");
  await resolve("2026-04-24T15:00", number);
  expect((await reload(number)).closesAt).toEqual(at("2026-05-04T15:00"));
  const silentAt = (iso: string) => asSystem((ctx) => listSilentTickets({ ...ctx, now: at(iso) }));
  expect(await silentAt("2026-05-04T14:59:59")).not.toContain(number);
  expect(await asSystem((ctx) => closeSilentTicket({ ...ctx, now: at("2026-05-04T14:59:59") }, number))).toBe(false);
  expect(await silentAt("2026-05-04T15:00")).toContain(number);
  expect(await asSystem((ctx) => closeSilentTicket({ ...ctx, now: at("2026-05-04T15:00") }, number))).toBe(true);
  expect(await reload(number)).toMatchObject({ status: "closed" });
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "met", elapsedSeconds: HOUR } });
});

test("filed on Friday at 16:50: ten minutes today, the rest on Monday", async () => {
  const { number } = await file("2026-11-06T16:50");
  expect(await clocksOf(number)).toMatchObject({
    response: { dueAt: at("2026-11-09T09:20") },
    resolution: { dueAt: at("2026-11-09T16:50") },
    nextDueAt: at("2026-11-09T09:20"),
  });
});

test("lunch does not count, nor does a ticket that comes in during it start before one o'clock", async () => {
  const before = await file("2026-11-02T11:00");
  expect(await clocksOf(before.number)).toMatchObject({
    response: { dueAt: at("2026-11-02T14:30") },
    resolution: { dueAt: at("2026-11-03T11:00") },
  });
  const during = await file("2026-11-02T12:15");
  expect(await clocksOf(during.number)).toMatchObject({ response: { dueAt: at("2026-11-02T15:00") } });
});

test("filed on Saturday, answered on Sunday: nothing had begun, which is met, and not forgotten", async () => {
  const { number } = await file("2026-11-07T10:00");
  expect(await clocksOf(number)).toMatchObject({ response: { dueAt: at("2026-11-09T09:30") } });
  await take("2026-11-08T20:00", number);
  expect(await clocksOf(number)).toMatchObject({ response: { state: "met", elapsedSeconds: 0 } });
});

test("due when the office closes, too late only once it opens again", async () => {
  const { number } = await file("2026-11-05T15:00");
  expect(await clocksOf(number)).toMatchObject({
    response: { dueAt: at("2026-11-05T17:00"), overdueAt: at("2026-11-06T07:30") },
  });
  await take("2026-11-06T06:45", number);
  expect(await clocksOf(number)).toMatchObject({ response: { state: "met", elapsedSeconds: 2 * HOUR } });
});

test("one second over is missed, the very second is met", async () => {
  const [late, exact] = [await file("2026-11-09T08:00"), await file("2026-11-09T08:00")];
  await take("2026-11-09T10:00:01", late.number);
  await take("2026-11-09T10:00:00", exact.number);
  expect(await clocksOf(late.number)).toMatchObject({ response: { state: "missed", elapsedSeconds: 2 * HOUR + 1 } });
  expect(await clocksOf(exact.number)).toMatchObject({ response: { state: "met", elapsedSeconds: 2 * HOUR } });
});

test("24/11/2026 is a day off: Monday evening is followed by Wednesday morning", async () => {
  const { number } = await file("2026-11-23T16:00");
  expect(await clocksOf(number)).toMatchObject({
    response: { dueAt: at("2026-11-25T08:30") },
    resolution: { dueAt: at("2026-11-25T16:00") },
  });
});

test("a Saturday worked for the Monday off counts with both its halves", async () => {
  const { number } = await file("2026-08-21T16:00");
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("2026-08-22T16:00") } });
  const { number: next } = await file("2026-08-28T16:00");
  expect(await clocksOf(next)).toMatchObject({ resolution: { dueAt: at("2026-09-03T16:00") } });
});

test("a calendar edited afterwards counts for what comes in from then on, and for what is open once it has been judged anew", async () => {
  const { number: before } = await file("2026-12-10T16:00");
  const { number: held } = await file("2026-12-10T08:00");
  const hold = { reason: "reporter", until: at("2026-12-10T10:00"), why: "Chờ ảnh chụp" } as const;
  await as("minh", "2026-12-10T09:00+07:00", (ctx) => holdTicket(ctx, { number: held }, hold));
  await editCityCalendar({ date: "2026-12-11", name: "Mưa bão" });
  const { number: after } = await file("2026-12-10T16:00");
  expect(await clocksOf(before)).toMatchObject({ resolution: { dueAt: at("2026-12-11T16:00") } });
  expect(await clocksOf(after)).toMatchObject({ resolution: { dueAt: at("2026-12-14T16:00") } });
  expect(await clocksOf(held)).toMatchObject({ resolution: { dueAt: at("2026-12-11T09:00") } });

  await asSystem((ctx) => startRecomputation(ctx, { cause: "calendar", why: "Mưa bão" }));
  const seen = new Map();
  for (let turn: Turn = "waits"; turn !== "idle"; ) turn = await recomputeBatch(world.db, new Date(), seen);
  for (const number of [before, after]) {
    expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("2026-12-14T16:00") } });
  }
  // The hour on hold is still not counted.
  expect(await clocksOf(held)).toMatchObject({
    resolution: { dueAt: at("2026-12-14T09:00"), state: "paused", leftSeconds: 7 * HOUR },
  });
});

test("a ward that opens on Tuesday and Thursday alone: the days between do not count, for no answer and no closing", async () => {
  const hoaFiles = (iso: string) => open("hoa", `${iso}+07:00`, { siteId: BINH_HUNG_HOA });
  await giveCalendar({ siteId: BINH_HUNG_HOA }, weekOf(["tue", "thu"]));
  const { number } = await hoaFiles("2026-11-06T09:00");
  expect(await clocksOf(number)).toMatchObject({
    response: { dueAt: at("2026-11-10T09:30") },
    resolution: { dueAt: at("2026-11-10T17:00"), overdueAt: at("2026-11-12T07:30") },
  });
  await as("tuan", "2026-11-10T10:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  expect((await reload(number)).closesAt).toEqual(at("2026-11-19T10:00"));
});
