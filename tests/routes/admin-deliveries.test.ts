import { afterAll, beforeAll, expect, test } from "vitest";
import { action as one, loader as see } from "#app/routes/admin.deliveries.delivery.tsx";
import { action as all, loader as list } from "#app/routes/admin.deliveries.tsx";
import { asking } from "#tests/routes/asking.ts";
import { castOf, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const { sql } = world.owner;
const AT = "/admin/deliveries";
const ID = "11111111-1111-4111-8111-111111111111";

beforeAll(async () => {
  await seedCast(world.db);
  await castOf(world.db).open();
  await sql`insert into deliveries (id, person_id, purpose, state, created_at, due_at)
    values (${ID}, ${idOf("lan")}, 'test', 'failed', now(), now())`;
});
afterAll(() => world.close());

type Listed = { rows: { id: string }[]; counts: Record<string, number>; state: string | null; cursor: string | null };
const listed = async (query = "") => (await get(list, "admin", `${AT}${query}`)).body as Listed;
const state = async () => (await sql`select state, round from deliveries where id = ${ID}`)[0];

test("an admin sees what waits and what failed, and finds it by state, person and ticket", async () => {
  expect((await listed()).rows).toHaveLength(3);
  expect((await listed()).counts).toMatchObject({ waiting: 2, failed: 1 });
  expect((await listed("?state=failed")).rows.map(({ id }) => id)).toEqual([ID]);
  expect((await listed("?q=thi+lan")).rows.map(({ id }) => id)).toEqual([ID]);
  expect((await listed("?q=10001")).rows).toHaveLength(2);
});

test.each(["?state=x", "?after=x", `?after=2026-13-99T99:99:99.999Z_${ID}`, "?q=%00%25_"])(
  "odd questions are answered: %s",
  async (query) => {
    expect((await get(list, "admin", `${AT}${query}`)).status).toBe(200);
  },
);

test("sent again from its page, once", async () => {
  const params = { id: ID };
  expect((await get(see, "admin", `${AT}/${ID}`, params)).status).toBe(200);
  expect(await post(one, "admin", `${AT}/${ID}`, { intent: "resend" }, params)).toMatchObject({
    status: 302,
    to: `${AT}/${ID}?done=letter_resent`,
  });
  expect(await state()).toMatchObject({ state: "waiting", round: 1 });
  expect((await post(one, "admin", `${AT}/${ID}`, { intent: "resend" }, params)).status).toBe(409);
  expect((await post(one, "admin", `${AT}/${ID}`, { intent: "drop" }, params)).status).toBe(302);
  expect(await state()).toMatchObject({ state: "dropped", round: 1 });
});

test("all that failed in one press", async () => {
  await sql`update deliveries set state = 'failed' where id = ${ID}`;
  expect((await post(all, "admin", AT, { intent: "resend-all" })).status).toBe(302);
  expect(await state()).toMatchObject({ state: "waiting", round: 2 });
});

test.each(["lan", "chau", "minh", "thu", "son"] as const)("for %s there is no such address", async (by) => {
  const before = await state();
  const params = { id: ID };
  expect((await get(list, by, AT)).status).toBe(404);
  expect((await get(see, by, `${AT}/${ID}`, params)).status).toBe(404);
  expect((await post(all, by, AT, { intent: "resend-all" })).status).toBe(404);
  expect((await post(one, by, `${AT}/${ID}`, { intent: "drop" }, params)).status).toBe(404);
  expect(await state()).toEqual(before);
});

test.each(["1", "x", "22222222-2222-4222-8222-222222222222"])("%s is no letter", async (id) => {
  expect((await get(see, "admin", `${AT}/${id}`, { id })).status).toBe(404);
});
