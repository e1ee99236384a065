import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inContext, type PersonCtx } from "#app/db/context.server.ts";
import type { PersonTarget } from "#app/domain/directory/person-details.ts";
import { lock, unlock } from "#app/domain/identity/accounts.server.ts";
import { disablePerson } from "#app/domain/identity/people-access.server.ts";
import { planDeparture } from "#app/domain/policy/departures.server.ts";
import { endGrant } from "#app/domain/policy/grants-admin.server.ts";
import { movePerson } from "#app/domain/policy/moves.server.ts";
import { countStandingAdmins } from "#app/domain/policy/standing-admins.server.ts";
import { DAY, openOffice } from "#tests/domain/people/office.ts";
import { idOf, type Name, TAN_BINH } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
  await office.giveAccount("thu");
});
afterAll(() => office.close());

const NOON = `${DAY}T12:00+07:00`;
const ADMINS: Name[] = ["admin", "thu"];
const grantOf = (name: Name) => (name === "admin" ? 901 : 902);

/** Both are admins without an end, and nothing else is going on. */
async function reset() {
  await office.owner.sql`delete from grants where role = 'admin'`;
  await office.owner.sql`update credentials set failures = 0`;
  await office.owner
    .sql`update people set disabled_at = null, leaves_on = null, moves_on = null, next_site_id = null, site_id = 1`;
  for (const name of ADMINS)
    await office.owner.sql`insert into grants (id, person_id, role, site_id, valid_from)
      values (${grantOf(name)}, ${idOf(name)}, 'admin', 1, '2026-01-01')`;
}
beforeEach(reset);

const standing = () => office.asSystem((ctx) => countStandingAdmins({ ...ctx, now: new Date(NOON) }));
/** Everything is read as a page reads it; what is returned is the press of the button. */
type Way = (by: Name, of: Name) => Promise<() => Promise<unknown>>;
const way =
  (verb: (ctx: PersonCtx, target: PersonTarget, grantId: number) => Promise<unknown>): Way =>
  async (by, of) => {
    const now = new Date(NOON);
    const [actor, target] = [await office.actorOf(by, now), await office.target(idOf(of))];
    return () => inContext(office.db, actor, now, (ctx) => verb({ ...ctx, actor }, target, grantOf(of)));
  };
const WAYS: Record<string, Way> = {
  "ends the grant": way((ctx, target, grantId) => endGrant(ctx, target, { grantId, lastDay: null })),
  "dates the grant": way((ctx, target, grantId) => endGrant(ctx, target, { grantId, lastDay: "2026-12-31" })),
  disables: way((ctx, target) => disablePerson(ctx, target, "x")),
  "plans to disable": way((ctx, target) => planDeparture(ctx, target, { reason: "x", lastDay: "2026-12-31" })),
  locks: way((ctx, { personId }) => lock(ctx, personId)),
  moves: way((ctx, target) =>
    movePerson(ctx, target, { toSiteId: TAN_BINH, on: DAY, position: null, keep: [], begin: [] }),
  ),
};
const press = async (way: Way, by: Name, of: Name) => (await way(by, of))();

describe.each(Object.entries(WAYS))("whoever %s", (_, way) => {
  test("may do so to one of two admins, and not to the last", async () => {
    await press(way, "admin", "thu");
    expect(await standing()).toBe(1);
    await expect(press(way, "admin", "admin")).rejects.toMatchObject({ refusal: "conflict", reason: "last_admin" });
    expect(await standing()).toBe(1);
  });
});

test.each([
  ["has never had a password", () => office.owner.sql`update people set joined_at = null where id = ${idOf("thu")}`],
  ["is disabled", () => office.owner.sql`update people set disabled_at = now() where id = ${idOf("thu")}`],
  [
    "holds the role only until a day",
    () => office.owner.sql`update grants set valid_until = '2027-01-01' where id = 902`,
  ],
  ["has been locked", () => office.admin((ctx) => lock(ctx, idOf("thu")))],
  [
    "was locked by a stranger's hundred wrong tries",
    () => office.owner.sql`update credentials set failures = 100 where person_id = ${idOf("thu")}`,
  ],
  ["holds it only from tomorrow", () => office.owner.sql`update grants set valid_from = '2026-11-24' where id = 902`],
])("an admin who %s does not count as one who remains", async (_, make) => {
  await make();
  const target = await office.target(idOf("admin"));
  await expect(office.as("admin", NOON, (ctx) => disablePerson(ctx, target, "x"))).rejects.toMatchObject({
    reason: "last_admin",
  });
  await office.owner.sql`update people set joined_at = now() where id = ${idOf("thu")}`;
});

test("an admin whom a stranger's wrong tries locked unlocks herself and goes on", async () => {
  await office.owner.sql`update credentials set failures = 100`;
  await expect(press(WAYS.disables as Way, "admin", "thu")).rejects.toMatchObject({ reason: "last_admin" });
  await office.admin((ctx) => unlock(ctx, idOf("admin")));
  await press(WAYS.disables as Way, "admin", "thu");
  expect(await standing()).toBe(1);
});

test("two admins take each other's rights at the same moment, fifty times, in every way: one always remains", {
  timeout: 60_000,
}, async () => {
  const ways = Object.values(WAYS);
  for (let round = 0; round < 50; round++) {
    const [one, other] = [ways[round % ways.length], ways[(round * 3 + 1) % ways.length]] as [Way, Way];
    const buttons = [await one("admin", "thu"), await other("thu", "admin")];
    const results = await Promise.allSettled(buttons.map((button) => button()));
    expect([round, await standing()]).toEqual([round, 1]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(["last_admin", "no_longer_admin"]).toContain((result.reason as { reason?: string }).reason);
    await reset();
  }
});
