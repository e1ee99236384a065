import { and, asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { notifications } from "#app/domain/notifications/schema.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";
import { listTimeline } from "#app/domain/tickets/ticket-timeline.server.ts";
import { remindReporters } from "#app/domain/tickets/warnings/reminders.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open, events, reload } = castOf(world.db);
beforeAll(() => seedCast(world.db));
// Each test reminds of its own tickets only.
afterEach(() => world.owner.sql`update tickets set remind_at = null`);
afterAll(() => world.close());

const remindAt = (iso: string) => remindReporters(world.db, new Date(`${iso}:00+07:00`));
const reminded = async (number: number) =>
  (await events(number)).filter(({ type }) => type === "ticket.reminded" || type === "ticket.unanswered").length;
const toldOf = async (number: number, type: string) => {
  const rows = await asSystem((ctx) =>
    ctx.db
      .select({ personId: notifications.personId })
      .from(notifications)
      .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
      .where(and(eq(notifications.ticketNumber, number), eq(ticketEvents.type, type)))
      .orderBy(asc(notifications.id)),
  );
  return rows.map(({ personId }) => personId);
};
/** Minh has it, and waits for Lan's screenshot. */
async function waiting(since: string) {
  const { number } = await open("lan", since);
  await as("minh", since, (ctx) => takeTicket(ctx, { number }));
  await as("minh", since, (ctx) =>
    holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh chụp màn hình" }),
  );
  return number;
}

describe("the reporter, for whose answer a ticket waits", () => {
  test("is reminded after a working day, three times in all; then the assignee hears that no answer came", async () => {
    const number = await waiting("2026-11-05T15:00+07:00");
    for (const time of ["2026-11-05T15:05", "2026-11-06T14:55"]) expect(await remindAt(time)).toBe(0);
    expect(await remindAt("2026-11-06T15:00")).toBe(1);
    expect(await remindAt("2026-11-06T15:05")).toBe(0);
    for (const day of ["07", "08"]) expect(await remindAt(`2026-11-${day}T15:00`)).toBe(0);
    expect(await remindAt("2026-11-09T15:00")).toBe(1);
    expect(await remindAt("2026-11-10T15:00")).toBe(1);
    expect(await toldOf(number, "ticket.reminded")).toEqual([idOf("lan"), idOf("lan"), idOf("lan")]);
    expect(await toldOf(number, "ticket.unanswered")).toEqual([]);
    expect(await remindAt("2026-11-11T15:00")).toBe(1);
    expect(await toldOf(number, "ticket.unanswered")).toEqual([idOf("minh")]);
    for (const day of ["12", "13", "16", "17"]) expect(await remindAt(`2026-11-${day}T15:00`)).toBe(0);
    expect(
      (await events(number)).filter(({ type }) => type === "ticket.reminded").map(({ data }) => data.time),
    ).toEqual([1, 2, 3]);
  });

  test("reads the reminders in the ticket, and not that the assignee was told", async () => {
    const number = await waiting("2026-11-05T15:00+07:00");
    for (const day of ["06", "09", "10", "11"]) await remindAt(`2026-11-${day}T15:00`);
    const read = (name: Name, notes: boolean) =>
      as(name, "2026-11-12T08:00+07:00", async (ctx) => {
        const { events: shown } = await listTimeline(ctx, number, { notes });
        return shown.map(({ event }) => event.type).slice(-2);
      });
    expect(await read("lan", false)).toEqual(["ticket.reminded", "ticket.reminded"]);
    expect(await read("minh", true)).toEqual(["ticket.reminded", "ticket.unanswered"]);
  });

  test("is left alone once she has answered", async () => {
    const number = await waiting("2026-11-05T15:00+07:00");
    await as("lan", "2026-11-06T09:00+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Ảnh đây ạ" }));
    expect(await reload(number)).toMatchObject({ status: "in_progress", remindAt: null });
    expect(await remindAt("2026-11-06T15:00")).toBe(0);
  });

  test("is asked anew, and reminded anew", async () => {
    const number = await waiting("2026-11-05T15:00+07:00");
    await remindAt("2026-11-06T15:00");
    await as("lan", "2026-11-09T08:00+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Ảnh đây ạ" }));
    await as("minh", "2026-11-09T09:00+07:00", (ctx) =>
      holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Ảnh bị mờ" }),
    );
    expect(await remindAt("2026-11-10T08:59")).toBe(0);
    expect(await remindAt("2026-11-10T09:00")).toBe(1);
    expect((await events(number)).at(-1)).toMatchObject({ type: "ticket.reminded", data: { time: 1 } });
  });

  test("is not reminded in the night, at the weekend or over Tết", async () => {
    const number = await waiting("2027-02-03T20:30+07:00");
    for (const time of ["2027-02-04T20:30", "2027-02-06T09:00", "2027-02-10T20:30", "2027-02-11T07:29"])
      expect(await remindAt(time)).toBe(0);
    // The eleventh is the first working day, its evening is closed, and the twelfth opens at 07:30.
    expect(await remindAt("2027-02-11T21:00")).toBe(0);
    expect(await remindAt("2027-02-12T07:30")).toBe(1);
    expect(await reminded(number)).toBe(1);
  });

  test("hears of it once from three workers", async () => {
    const number = await waiting("2026-11-05T15:00+07:00");
    const done = await Promise.all([1, 2, 3].map(() => remindAt("2026-11-06T15:00")));
    expect(done.reduce((sum, n) => sum + n)).toBe(1);
    expect(await reminded(number)).toBe(1);
  });
});

test("a ticket that waits for a vendor reminds nobody at the ward", async () => {
  const { number } = await open("lan", "2026-11-05T15:00+07:00");
  await as("minh", "2026-11-05T15:00+07:00", (ctx) =>
    holdTicket(ctx, { number }, { reason: "vendor", until: null, why: "Chờ bản vá" }),
  );
  expect((await reload(number)).remindAt).toBeNull();
  expect(await remindAt("2026-11-09T15:00")).toBe(0);
});
