import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseSessionPreset, readSessionPreset } from "#app/domain/identity/session-settings.server.ts";
import { chooseMatrix, readMatrix } from "#app/domain/tickets/clocks/matrix.server.ts";
import { DEFAULT_MATRIX, IMPACTS, matrixText, PRIORITIES, URGENCIES } from "#app/domain/tickets/priority.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open } = castOf(world.db);
const NOON = "2026-11-02T12:00+07:00";
const SHIPPED = matrixText(DEFAULT_MATRIX);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

test("more people hit, or more of a hurry, is never less important", () => {
  const rank = (impact: number, urgency: number) => {
    const [of, how] = [IMPACTS[impact], URGENCIES[urgency]];
    return of && how ? PRIORITIES.indexOf(DEFAULT_MATRIX[of][how]) : -1;
  };
  for (let impact = 0; impact < IMPACTS.length; impact++) {
    for (let urgency = 1; urgency < URGENCIES.length; urgency++) {
      expect(rank(impact, urgency)).toBeGreaterThanOrEqual(rank(impact, urgency - 1));
    }
  }
});

test("an admin's matrix holds for the next ticket and leaves the last one alone", async () => {
  const before = await open();
  const matrix = { ...DEFAULT_MATRIX, one_department: { now: "p1", today: "p1", later: "p1" } } as const;
  await as("admin", NOON, (ctx) => chooseMatrix(ctx, { seen: SHIPPED, matrix }));
  expect((await open()).priority).toBe("p1");
  expect(before.priority).toBe("p3");
  expect(await as("lan", NOON, readMatrix)).toEqual(matrix);
});

test("whoever was looking at an older matrix is told, and changes nothing", async () => {
  const kept = await as("admin", NOON, readMatrix);
  const other = { ...DEFAULT_MATRIX, one_person: { now: "p2", today: "p2", later: "p2" } } as const;
  const late = as("admin", NOON, (ctx) => chooseMatrix(ctx, { seen: SHIPPED, matrix: other }));
  await expect(late).rejects.toMatchObject({ refusal: "conflict", reason: "matrix_changed" });
  expect(await as("admin", NOON, readMatrix)).toEqual(kept);
});

test("nobody but an admin changes settings", async () => {
  for (const name of ["lan", "minh", "thu", "son", "chau"] as const) {
    await expect(
      as(name, NOON, (ctx) => chooseMatrix(ctx, { seen: SHIPPED, matrix: DEFAULT_MATRIX })),
    ).rejects.toMatchObject({
      refusal: "not_found",
    });
    await expect(as(name, NOON, (ctx) => chooseSessionPreset(ctx, "counter"))).rejects.toMatchObject({
      refusal: "not_found",
    });
  }
  expect(await as("admin", NOON, readSessionPreset)).toBe("level3");
  await as("admin", NOON, (ctx) => chooseSessionPreset(ctx, "counter"));
  expect(await as("admin", NOON, readSessionPreset)).toBe("counter");
});
