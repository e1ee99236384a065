import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { endDueHolds } from "#app/domain/tickets/hold-ends.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open, events, reload } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const at = (iso: string) => new Date(`${iso}:00+07:00`);
const endAt = (iso: string) => endDueHolds(world.db, at(iso));
const resolutionOf = async (number: number) => {
  const [clock] = await asSystem((ctx) =>
    ctx.db
      .select()
      .from(clocks)
      .where(and(eq(clocks.ticketNumber, number), eq(clocks.target, "resolution"))),
  );
  return clock;
};

test("the vendor comes on Wednesday at 09:00: from then on it is Minh's again, by itself, and the clock runs", async () => {
  const { number } = await open("lan", "2026-11-02T08:00+07:00");
  await as("minh", "2026-11-02T09:00+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("minh", "2026-11-02T10:00+07:00", (ctx) =>
    holdTicket(ctx, { number }, { reason: "scheduled", until: at("2026-11-04T09:00"), why: "Hẹn thay máy" }),
  );
  expect(await endAt("2026-11-04T08:59")).toBe(0);
  expect(await resolutionOf(number)).toMatchObject({ state: "paused", leftSeconds: 6 * 3_600 });
  // The worker was away for twenty minutes: they count all the same.
  expect(await endAt("2026-11-04T09:20")).toBe(1);
  expect(await endAt("2026-11-04T09:20")).toBe(0);
  expect(await reload(number)).toMatchObject({ status: "in_progress", holdReason: null, holdUntil: null });
  expect((await events(number)).at(-1)).toMatchObject({ type: "ticket.resumed", actorId: null });
  expect(await resolutionOf(number)).toMatchObject({ state: "running", dueAt: at("2026-11-04T16:30") });
});

test("with nobody assigned it goes back to the second line it is with; without an end it stays", async () => {
  const [ends, stays] = [await open("lan", "2026-11-02T08:00+07:00"), await open("lan", "2026-11-02T08:00+07:00")];
  for (const { number } of [ends, stays]) {
    await as("minh", "2026-11-02T08:30+07:00", (ctx) =>
      holdTicket(
        ctx,
        { number },
        { reason: "vendor", until: number === ends.number ? at("2026-11-03T09:00") : null, why: "Bản vá" },
      ),
    );
  }
  await world.owner.sql`update tickets set assignee_id = null, team_id = 1 where number = ${ends.number}`;
  const done = await Promise.all([1, 2, 3].map(() => endAt("2026-11-03T09:00")));
  expect(done.reduce((sum, n) => sum + n)).toBe(1);
  expect([(await reload(ends.number)).status, (await reload(stays.number)).status]).toEqual(["assigned", "on_hold"]);
});
