import { afterAll, beforeAll, expect, test } from "vitest";
import { action, loader } from "#app/routes/admin.settings.tsx";
import { asking } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const settings = async () => (await get(loader, "admin", "/admin/settings")).body;

test.each(["lan", "chau", "minh", "vy", "thu", "son"] as const)("for %s the settings are not there", async (name) => {
  expect((await get(loader, name, "/admin/settings")).status).toBe(404);
  expect((await post(action, name, "/admin/settings", { intent: "session", preset: "counter" })).status).toBe(404);
  expect(await settings()).toMatchObject({ preset: "level3" });
});

test("whoever is not signed in is asked to", async () => {
  expect(await get(loader, null, "/admin/settings")).toMatchObject({
    status: 302,
    to: "/login?to=%2Fadmin%2Fsettings",
  });
});

test("the form saves its setting and comes back to the page", async () => {
  expect(await post(action, "admin", "/admin/settings", { intent: "session", preset: "counter" })).toMatchObject({
    status: 302,
    to: "/admin/settings?done=saved",
  });
  expect(await settings()).toMatchObject({ preset: "counter" });
});

test("what is wrong is told at its field", async () => {
  const wrong = { intent: "session", preset: "forever" };
  expect((await post(action, "admin", "/admin/settings", wrong)).body).toMatchObject({
    errors: { preset: ["not_offered"] },
    formErrors: [],
  });
});

test.each([{ intent: "session", preset: "forever" }, { intent: "session" }, { intent: "demolish" }, {}])(
  "what is not on the lists changes nothing: %o",
  async (fields) => {
    const before = await settings();
    const answer = await post(action, "admin", "/admin/settings", fields as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.body).toHaveProperty("formErrors");
    expect(await settings()).toEqual(before);
  },
);
