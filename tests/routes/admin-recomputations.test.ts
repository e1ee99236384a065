import { afterAll, beforeAll, expect, test } from "vitest";
import { startRecomputation } from "#app/domain/tickets/clocks/recompute.server.ts";
import { recomputeBatch } from "#app/domain/tickets/clocks/recompute-run.server.ts";
import { loader } from "#app/routes/admin.recomputations.tsx";
import { asking } from "#tests/routes/asking.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get } = asking(world.db);
const { as, open } = castOf(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  await open("lan");
  await open("hoa", "2026-11-02T08:05+07:00", { siteId: 3 });
});
afterAll(() => world.close());

const seen = async () => (await get(loader, "admin", "/admin/recomputations")).body;

test("an admin sees who changed the rules and why, and how far the tickets are; nobody else does", async () => {
  expect(await seen()).toEqual({ rows: [] });
  await as("admin", "2026-11-20T16:30+07:00", (ctx) =>
    startRecomputation(ctx, { cause: "policies", why: "P1 nhanh hơn" }),
  );
  expect(await seen()).toMatchObject({
    rows: [{ cause: "policies", why: "P1 nhanh hơn", startedBy: "Quản Trị", done: 0, expected: 2, finishedAt: null }],
  });
  const begun = new Map();
  while ((await recomputeBatch(world.db, new Date(), begun, 1)) !== "idle");
  expect(await seen()).toMatchObject({ rows: [{ done: 2, changed: 0, finishedAt: expect.any(Date) }] });
  expect((await get(loader, "son", "/admin/recomputations")).status).toBe(404);
});
