import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_MATRIX, IMPACTS, matrixCell, URGENCIES } from "#app/domain/tickets/priority.ts";
import { action, loader } from "#app/routes/admin.settings.tsx";
import { asking } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const settings = async () => (await get(loader, "admin", "/admin/settings")).body;
const matrix = Object.fromEntries(
  IMPACTS.flatMap((impact) =>
    URGENCIES.map((urgency) => [matrixCell(impact, urgency), DEFAULT_MATRIX[impact][urgency]]),
  ),
);

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

test("each form saves its own setting and comes back to the page", async () => {
  expect(await post(action, "admin", "/admin/settings", { intent: "session", preset: "counter" })).toMatchObject({
    status: 302,
    to: "/admin/settings?done=saved",
  });
  const cell = matrixCell("one_person", "later");
  expect((await post(action, "admin", "/admin/settings", { intent: "matrix", ...matrix, [cell]: "p1" })).status).toBe(
    302,
  );
  expect(await settings()).toMatchObject({
    preset: "counter",
    matrix: { ...DEFAULT_MATRIX, one_person: { ...DEFAULT_MATRIX.one_person, later: "p1" } },
  });
});

test("what is wrong is told at its field", async () => {
  const cell = matrixCell("whole_ward", "now");
  const wrong = [
    [{ intent: "session", preset: "forever" }, { preset: ["not_offered"] }],
    [{ intent: "matrix", ...matrix, [cell]: "p0" }, { [cell]: ["not_offered"] }],
  ] as const;
  for (const [fields, errors] of wrong)
    expect((await post(action, "admin", "/admin/settings", fields)).body).toMatchObject({ errors, formErrors: [] });
});

test.each([
  { intent: "session", preset: "forever" },
  { intent: "session" },
  { intent: "matrix", ...matrix, [matrixCell("whole_ward", "now")]: "p0" },
  { intent: "matrix" },
  { intent: "demolish" },
  {},
])("what is not on the lists changes nothing: %o", async (fields) => {
  const before = await settings();
  const answer = await post(action, "admin", "/admin/settings", fields as Record<string, string>);
  expect(answer.status).toBe(422);
  expect(answer.body).toHaveProperty("formErrors");
  expect(await settings()).toEqual(before);
});
