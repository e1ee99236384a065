import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { getAccessHome } from "#app/domain/access/home.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { forWhom, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const MORNING = "2026-11-20T08:00+07:00";
const NOON = "2026-11-20T12:00+07:00";
const MANY = 12;
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  const clerks = Array.from({ length: MANY }, (_, n) => ({
    ...{ id: 301 + n, fullName: `Công Chức ${n + 1}`, email: `cc${n + 1}@tram.example`, siteId: TAN_BINH },
    ...{ position: "Văn thư", createdAt: new Date(MORNING) },
  }));
  await asSystem(({ db }) => db.insert(people).values(clerks));
  for (const { id } of clerks)
    await as("lan", MORNING, (ctx) =>
      askForAccess(ctx, { ...someRequest, items: [{ ...forWhom("mai", ROOM_CLERK, "Văn thư"), personId: id }] }),
    );
});
afterAll(() => world.close());

async function homeOf(who: Name) {
  let queries = 0;
  const home = await as(who, NOON, (ctx) => {
    const db = new Proxy(ctx.db, {
      get(target, name) {
        if (name === "select" || name === "execute") queries += 1;
        return Reflect.get(target, name, target);
      },
    });
    return getAccessHome({ ...ctx, db });
  });
  return { queries, todo: home.todo.map(({ todo }) => todo) };
}

test("whoever decides nothing of what waits asks no more of the database for seeing much", async () => {
  expect(await homeOf("thu")).toEqual({ queries: 5, todo: [] });
  expect(await homeOf("minh")).toEqual({ queries: 5, todo: [] });
});

test("the lead sees all that waits for her, and so does who became one meanwhile", async () => {
  expect((await homeOf("chau")).todo).toEqual(Array(MANY).fill("decide"));
  expect((await homeOf("head")).todo).toEqual([]);
  await asSystem(({ db }) =>
    db.insert(grants).values({ personId: idOf("head"), role: "ward_lead", siteId: TAN_BINH, validFrom: "2026-11-20" }),
  );
  expect((await homeOf("head")).todo).toEqual(Array(MANY).fill("decide"));
});
