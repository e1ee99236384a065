import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";
import { warnOfDueClocks } from "#app/domain/tickets/warnings/warnings.server.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

test("a warning put off to the next opening is no difference, a step that is lost is one", async () => {
  const { number } = await open("lan", "2026-11-06T15:00+07:00");
  expect(await warnOfDueClocks(world.db, new Date("2026-11-07T10:00+07:00"))).toBe(0);
  const [{ at } = { at: null }] = await world.owner.sql`
    select next_step_at as at from clocks where ticket_number = ${number} and target = 'first_response'`;
  expect(new Date(at ?? 0)).toEqual(new Date("2026-11-09T07:30+07:00"));
  expect(await verifyClocks(world.db)).toMatchObject({ tickets: 1, clocks: 2, differing: 0, differences: [] });

  await world.owner.sql`update clocks set next_step_at = null where ticket_number = ${number}`;
  expect((await verifyClocks(world.db)).differences).toContainEqual(
    expect.objectContaining({ number, what: "first_response.nextStepAt", stored: "none" }),
  );
});
