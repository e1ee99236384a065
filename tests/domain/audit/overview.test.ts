import { afterAll, beforeAll, expect, test } from "vitest";
import { putLetter } from "#app/db/outbox.server.ts";
import { countKept, listAttention } from "#app/domain/audit/overview.server.ts";
import { endSite } from "#app/domain/directory/sites-admin-ends.server.ts";
import { castOf, idOf, KINH_TE, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as } = castOf(world.db);
const NOON = "2026-11-23T12:00+07:00";
const attention = async (iso = NOON) =>
  Object.fromEntries((await as("admin", iso, (ctx) => listAttention(ctx))).map(({ key, count }) => [key, count]));

beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

test("an admin sees how much there is, and nobody else sees anything", async () => {
  expect(await as("admin", NOON, countKept)).toMatchObject({ people: 12, sites: 2, systems: 2, teams: 1 });
  for (const by of ["lan", "thu", "son"] as const) {
    await expect(as(by, NOON, countKept)).rejects.toMatchObject({ refusal: "not_found" });
    await expect(as(by, NOON, listAttention)).rejects.toMatchObject({ refusal: "not_found" });
  }
});

test("where all is well there is nothing to look at", async () => {
  expect(await attention()).toEqual({});
});

test("a year without holidays is said from 1 December of the year before, and louder once it has begun", async () => {
  expect(await attention("2027-12-01T08:00+07:00")).toMatchObject({ holidaysMissingNext: 1 });
  const begun = await attention("2028-01-02T08:00+07:00");
  expect(begun).toMatchObject({ holidaysMissing: 1 });
  expect(begun).not.toHaveProperty("holidaysMissingNext");
});

test("what ended around people, and letters that do not leave, are said", async () => {
  await as("admin", NOON, (ctx) => endSite(ctx, { id: KINH_TE, on: "2026-11-23" }));
  await as("admin", NOON, (ctx) => putLetter(ctx, { personId: idOf("lan"), purpose: "test" }));
  await world.owner.sql`update grants set valid_until = '2026-11-23' where person_id = ${idOf("vy")}`;
  expect(await attention("2026-11-23T12:10+07:00")).toEqual({});
  expect(await attention("2026-11-24T08:00+07:00")).toEqual({
    lettersLate: 1,
    teamsWithoutPeople: 1,
    peopleAtEnded: 1,
    peopleWithoutRights: 1,
  });
  await world.owner.sql`update deliveries set state = 'failed'`;
  expect(await attention("2026-11-24T08:00+07:00")).toMatchObject({ lettersFailed: 1 });
});

test("letters that stay on the machine are said, but in a demo, where everybody reads them", async () => {
  const { sql } = world.owner;
  await sql`update deliveries set state = 'sent', provider = 'disk'`;
  expect(await attention("2026-11-24T08:00+07:00")).toMatchObject({ lettersKept: 1 });
  await sql`insert into settings (key, value, changed_at) values ('demo', 'true', now())`;
  expect(await attention("2026-11-24T08:00+07:00")).not.toHaveProperty("lettersKept");
  await sql`delete from settings where key = 'demo'`;
  await sql`update deliveries set provider = 'smtp'`;
  expect(await attention("2026-11-24T08:00+07:00")).not.toHaveProperty("lettersKept");
});
