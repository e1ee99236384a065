import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import type { Priority } from "#app/domain/tickets/priority.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import type { HoldReason } from "#app/domain/tickets/ticket.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { clocksIn, HOUR } from "#tests/support/clocks.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const cast = castOf(world.db);
const { as, open } = cast;
const { clocksOf, editPolicies } = clocksIn(world.owner.db, cast);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

/** Days of November 2026; the second is a Monday. */
const on = (iso: string) => `2026-11-${iso}+07:00`;
const at = (iso: string) => new Date(on(iso));
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const file = (iso: string) => open("lan", on(iso));
const hold = (iso: string, number: number, reason: HoldReason = "reporter", until: string | null = null) =>
  as("minh", on(iso), (ctx) =>
    holdTicket(ctx, { number }, { reason, until: until === null ? null : at(until), why: "Chờ ảnh chụp" }),
  );
const resume = (iso: string, number: number) => as("minh", on(iso), (ctx) => resumeTicket(ctx, { number }));
const resolve = (iso: string, number: number) => as("minh", on(iso), (ctx) => resolveTicket(ctx, { number }, fixed));
const prioritise = (iso: string, number: number, priority: Priority) =>
  as("minh", on(iso), (ctx) => reclassifyTicket(ctx, { number }, { priority, reason: "Nhiều người chờ" }));

test("a hold across midnight: an hour and a half was left, and is left", async () => {
  const { number } = await file("02T08:00");
  await hold("02T16:00", number);
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "paused", pausedAt: at("02T16:00"), leftSeconds: 1.5 * HOUR, dueAt: null, overdueAt: null },
    nextDueAt: null,
  });
  await resume("03T10:00", number);
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "running", dueAt: at("03T11:30"), overdueAt: at("03T13:00"), leftSeconds: null },
  });
});

test("two holds inside one minute both count, to the second", async () => {
  const { number } = await file("02T08:00");
  await hold("02T09:00:05", number);
  await resume("02T09:00:20", number);
  await hold("02T09:00:30", number);
  await resume("02T09:00:50", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("03T08:00:35") } });
  await resolve("02T10:00", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "met", elapsedSeconds: 2 * HOUR - 35 } });
});

test("a hold over lunch and over the weekend takes only the service time in it", async () => {
  const { number } = await file("06T11:00");
  await hold("06T11:15", number);
  await resume("06T13:15", number);
  await hold("06T16:45", number);
  await resume("09T07:45", number);
  await resolve("09T08:00", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "met", elapsedSeconds: 4 * HOUR } });
});

test("more urgent while on hold: paused and past its target, it breaches only when it goes on", async () => {
  const { number } = await file("02T08:00");
  await hold("02T11:00", number);
  await prioritise("02T11:10", number, "p1");
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "paused", targetSeconds: 2 * HOUR, leftSeconds: -HOUR, policyKey: "p1" },
  });
  await resume("02T13:30", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "running", dueAt: at("02T10:00") } });
  await prioritise("02T13:40", number, "p4");
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "running", targetSeconds: 24 * HOUR, dueAt: at("05T09:00") },
  });
});

test("a hold whose end nobody noticed ended by itself", async () => {
  const { number } = await file("02T08:00");
  await hold("02T09:00", number, "scheduled", "03T09:00");
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "paused", leftSeconds: 7 * HOUR, dueAt: at("04T08:00") },
  });
  await resume("04T09:00", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "running", dueAt: at("04T08:00") } });
  await resolve("04T09:30", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "missed", elapsedSeconds: 9.5 * HOUR } });
});

test("solved while such a hold was still there: it ended when it was to end", async () => {
  const { number } = await file("02T08:00");
  await hold("02T09:00", number, "scheduled", "02T10:00");
  await resolve("02T14:00", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { state: "met", elapsedSeconds: 3.5 * HOUR } });
});

test("called back before the hold was to end: the clock goes on at once", async () => {
  const { number } = await file("02T08:00");
  await hold("02T09:00", number, "scheduled", "06T09:00");
  await resume("02T10:00", number);
  expect(await clocksOf(number)).toMatchObject({ resolution: { dueAt: at("03T09:00") } });
});

test("nothing stops the answer: on hold it goes on, and the hold itself tells the reporter", async () => {
  const { number } = await file("02T08:00");
  await hold("02T08:30", number);
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "met", elapsedSeconds: HOUR / 2 },
    resolution: { state: "paused" },
  });
});

test("Lan's picture ends the hold that waited for it, and is nobody's answer", async () => {
  const { number } = await file("02T08:00");
  await as("minh", on("02T08:10"), (ctx) => takeTicket(ctx, { number }));
  await hold("02T09:00", number);
  await as("lan", on("02T10:00"), (ctx) => replyToTicket(ctx, { number }, { body: "Đã gửi ảnh" }));
  expect(await clocksOf(number)).toMatchObject({
    response: { state: "met", metAt: at("02T08:10") },
    resolution: { state: "running", dueAt: at("03T09:00") },
  });
});

test("holds of three kinds last what they lasted, whatever the priority was meanwhile", async () => {
  const [shaken, calm] = [await file("02T08:00"), await file("02T08:00")];
  for (const { number } of [shaken, calm]) {
    await hold("02T09:00", number, "reporter");
    await resume("02T09:30", number);
    await hold("02T10:00", number, "approval");
    await resume("02T10:45", number);
    await hold("02T11:00", number, "scheduled");
    if (number === shaken.number) await prioritise("02T11:05", number, "p2");
    await resume("02T13:30", number);
    if (number === shaken.number) await prioritise("02T13:40", number, "p3");
    await resolve("02T14:00", number);
  }
  const { resolution } = await clocksOf(shaken.number);
  // Six hours on the wall; held for 30, 45 and, less lunch, 60 minutes.
  expect(resolution).toMatchObject({ state: "met", elapsedSeconds: 2.25 * HOUR, policyKey: "p3" });
  const { ticketNumber: _, ...same } = resolution ?? {};
  expect((await clocksOf(calm.number)).resolution).toMatchObject(same);
});

test("waiting for a vendor goes on counting and is told apart; where the policy says so it stops", async () => {
  const { number } = await file("02T08:00");
  await hold("02T09:00", number, "vendor", "05T09:00");
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "running", dueAt: at("03T08:00"), vendorSeconds: 0 },
  });
  await resume("02T14:00", number);
  await resolve("02T15:00", number);
  expect(await clocksOf(number)).toMatchObject({
    resolution: { state: "met", elapsedSeconds: 5.5 * HOUR, vendorSeconds: 3.5 * HOUR },
  });

  await editPolicies((policy) => ({ ...policy, vendorStops: true }));
  const { number: next } = await file("02T08:00");
  await hold("02T09:00", next, "vendor");
  expect(await clocksOf(next)).toMatchObject({ resolution: { state: "paused", leftSeconds: 7 * HOUR } });
  await resume("02T14:00", next);
  await resolve("02T15:00", next);
  expect(await clocksOf(next)).toMatchObject({
    resolution: { state: "met", elapsedSeconds: 2 * HOUR, vendorSeconds: 3.5 * HOUR },
  });
});

test("an answer that came late stays late, however small the matter turns out; what is not done yet gets more time", async () => {
  const { number } = await file("10T08:00");
  await as("minh", on("10T11:00"), (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
  const late = { response: { state: "missed", targetSeconds: 2 * HOUR, elapsedSeconds: 3 * HOUR, policyKey: "p3" } };
  expect(await clocksOf(number)).toMatchObject({ ...late, resolution: { targetSeconds: 8 * HOUR } });
  await prioritise("10T11:10", number, "p4");
  expect(await clocksOf(number)).toMatchObject({ ...late, resolution: { targetSeconds: 24 * HOUR, policyKey: "p4" } });
});
