import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { SCHEDULED } from "#app/jobs/scheduled.server.ts";
import { startJobs } from "#app/jobs/start.server.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, reload } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

test("jobs start, are scheduled once however many workers there are, and stop", async () => {
  const options = { url: world.url, db: () => world.db };
  const [one, two] = await Promise.all([startJobs(options), startJobs(options)]);
  expect([one.isWell(), two.isWell()]).toEqual([true, true]);
  const rows = await world.owner.sql`select name, timezone from pgboss.schedule order by name`;
  expect(rows.map((row) => row.name)).toEqual(SCHEDULED.map(({ name }) => name).sort());
  await Promise.all([one.stop(), two.stop()]);
});

test("every scheduled job may run twice at once", async () => {
  const { number } = await open("lan", "2026-11-02T08:05+07:00");
  const fixed = { code: "fixed", cause: "x", done: "y" } as const;
  await as("minh", "2026-11-02T09:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  const now = new Date("2026-11-09T09:00+07:00");
  for (const { work } of SCHEDULED) await Promise.all([work(world.db, now), work(world.db, now), work(world.db, now)]);
  expect(await reload(number)).toMatchObject({ status: "closed", version: 3 });
});
