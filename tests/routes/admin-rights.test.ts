import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { accessRights, systemOwners } from "#app/domain/access/schema.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import * as freshPosition from "#app/routes/admin.positions.new.tsx";
import * as position from "#app/routes/admin.positions.position.tsx";
import * as positions from "#app/routes/admin.positions.tsx";
import * as freshRight from "#app/routes/admin.rights.new.tsx";
import * as right from "#app/routes/admin.rights.right.tsx";
import * as rights from "#app/routes/admin.rights.tsx";
import * as system from "#app/routes/admin.systems.system.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { DRAFT, forWhom, PUBLISH, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, DOCUMENTS, DOCUMENTS_TEAM, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const { get, post } = asking(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  for (const table of ["access_rights", "positions"])
    await world.owner.sql`select setval(pg_get_serial_sequence(${table}, 'id'), 100)`;
});
afterAll(() => world.close());

const at = (id: number) => ({ id: String(id) });
/** Of what was made, as the answer leads to its page. */
const idIn = ({ to }: { to: string | null }) => Number(/\/(\d+)/.exec(to ?? "")?.[1]);
const audit = async () =>
  (await world.owner.sql`select action, object_name, before, after from audit_entries order by id desc limit 1`)[0];
const NEW: Fields = {
  name: "Quản trị luồng văn bản",
  nameEn: "",
  systemId: DOCUMENTS,
  who0: ["ward_lead"],
  need0: "any",
};
const change = (id: number, fields: Fields) =>
  post(right.action, "admin", `/admin/rights/${id}`, { intent: "change", ...fields }, at(id));
const stored = async (id: number) =>
  (await asSystem(({ db }) => db.select().from(accessRights).where(eq(accessRights.id, id))))[0];

test("an admin adds a right, and it can be asked for at once; nobody else gets near the page", async () => {
  expect((await get(rights.loader, "chau", "/admin/rights")).status).toBe(404);
  expect((await post(freshRight.action, "chau", "/admin/rights/new", NEW)).status).toBe(404);
  const answer = await post(freshRight.action, "admin", "/admin/rights/new", { ...NEW, needs: ["decision"] });
  const id = idIn(answer);
  expect(await stored(id)).toMatchObject({
    ...{ name: "Quản trị luồng văn bản", needs: { decision: true }, teamId: null },
    approval: [{ who: [{ by: "ward_lead" }], need: "any" }],
  });
  expect(await audit()).toMatchObject({
    action: "right.added",
    after: { approval: "1. Lãnh đạo đơn vị (một người duyệt)" },
  });
  const { number } = await as("lan", "2026-11-20T08:00+07:00", (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("head", id)] }),
  );
  expect(number).toBeGreaterThan(0);
});

test.each([
  [{ ...NEW, name: "" }, { errors: { name: ["required"] } }],
  [{ ...NEW, name: "Ký phát hành văn bản" }, { formErrors: ["name_taken"] }],
  [{ ...NEW, name: "Khác", who0: [] }, { formErrors: ["nobody_approves"] }],
  [{ ...NEW, name: "Khác", person0: "nobody@nowhere.example" }, { formErrors: ["address_unknown"] }],
  [{ ...NEW, name: "Khác", systemId: 999 }, { formErrors: ["system_unknown"] }],
])("what cannot be added is refused with its reason, and what was typed stays: %o", async (fields, refused) => {
  const answer = await post(freshRight.action, "admin", "/admin/rights/new", fields as Fields);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).toMatchObject({ ...refused, values: { need0: "any" } });
});

test("a way of two steps with a post and a person; who looked at an older one is told", async () => {
  const made = await post(freshPosition.action, "admin", "/admin/positions/new", {
    name: "Chủ tịch UBND",
    nameEn: "Chair",
  });
  const chair = idIn(made);
  const fields: Fields = {
    ...{ version: 1, name: "Soạn thảo văn bản", teamId: DOCUMENTS_TEAM, who0: ["room_lead"], need0: "all" },
    ...{ position1: chair, person1: "Son@tram.example", need1: "2", howToGrant: "Gán vai trò" },
  };
  expect(await change(DRAFT, fields)).toMatchObject({ status: 302 });
  expect(await stored(DRAFT)).toMatchObject({
    version: 2,
    approval: [
      { who: [{ by: "room_lead" }], need: "all" },
      {
        who: [
          { by: "position", positionId: chair },
          { by: "person", personId: idOf("son") },
        ],
        need: "2",
      },
    ],
  });
  expect(await change(DRAFT, fields)).toMatchObject({ status: 409, body: { formErrors: ["changed_meanwhile"] } });

  // Two are wanted and only Son is left: the duty desk decides with him, and neither alone.
  const { number } = await as("lan", "2026-11-20T08:00+07:00", (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("mai", DRAFT)] }),
  );
  const decide = async (who: "chau" | "son" | "thu") => {
    const step = (await asSystem((ctx) => listSteps(ctx, number))).find(({ state }) => state === "open");
    await as(who, "2026-11-20T09:00+07:00", (ctx) =>
      decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
    );
    return (await asSystem((ctx) => listSteps(ctx, number))).map(({ state }) => state);
  };
  expect(await decide("chau")).toEqual(["approved", "open"]);
  expect(await decide("son")).toEqual(["approved", "open"]);
  expect(await decide("thu")).toEqual(["approved", "approved"]);
});

test("a right out of use cannot be asked for, until it is brought back", async () => {
  const doing = (intent: string, version: number) =>
    post(right.action, "admin", `/admin/rights/${PUBLISH}`, { intent, version }, at(PUBLISH));
  const ask = () => as("lan", "2026-11-20T08:00+07:00", (ctx) => askForAccess(ctx, someRequest));
  expect((await doing("retire", 1)).status).toBe(302);
  await expect(ask()).rejects.toMatchObject({ reason: "right_unknown" });
  expect((await doing("bring-back", 2)).status).toBe(302);
  expect((await ask()).number).toBeGreaterThan(0);
});

test("a conflict of duties is kept once, whichever of the two it was written at", async () => {
  const on = (id: number, fields: Fields) => post(right.action, "admin", `/admin/rights/${id}`, fields, at(id));
  const of = async (id: number) =>
    ((await get(right.loader, "admin", `/admin/rights/${id}`, at(id))).body as { conflicts: unknown[] }).conflicts;
  await on(PUBLISH, { intent: "add-conflict", otherId: DRAFT, reason: "Soạn thì không ký" });
  expect(await of(DRAFT)).toMatchObject([{ id: PUBLISH, reason: "Soạn thì không ký" }]);
  await on(DRAFT, { intent: "remove-conflict", otherId: PUBLISH });
  expect(await of(PUBLISH)).toEqual([]);
  expect(await audit()).toMatchObject({ action: "right.conflict_removed", object_name: "Soạn thảo văn bản" });
  const same = await on(DRAFT, { intent: "add-conflict", otherId: DRAFT, reason: "x" });
  expect(same).toMatchObject({ status: 422, body: { formErrors: ["same_right"] } });
});

test("a post says what whoever holds it should have", async () => {
  const fields = { name: "Văn thư", nameEn: "Clerk", rightIds: [String(DRAFT)] };
  const id = idIn(await post(freshPosition.action, "admin", "/admin/positions/new", fields));
  const { body } = await get(positions.loader, "admin", "/admin/positions");
  expect(body).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ name: "Văn thư", rights: 1 })]),
  });
  const save = (more: Fields) =>
    post(
      position.action,
      "admin",
      `/admin/positions/${id}`,
      { intent: "change", version: 1, ...fields, ...more },
      at(id),
    );
  await save({ rightIds: [String(PUBLISH)] });
  expect(await audit()).toMatchObject({
    action: "position.changed",
    before: { rights: "Soạn thảo văn bản" },
    after: { rights: "Ký phát hành văn bản" },
  });
  expect(await save({})).toMatchObject({ status: 409, body: { formErrors: ["changed_meanwhile"] } });
  expect((await get(position.loader, "chau", `/admin/positions/${id}`, at(id))).status).toBe(404);
});

test("owners are named on the page of their system", async () => {
  const on = (fields: Fields) => post(system.action, "admin", `/admin/systems/${DOCUMENTS}`, fields, at(DOCUMENTS));
  const owners = () => asSystem(({ db }) => db.select().from(systemOwners));
  await on({ intent: "add-owner", email: "THU@tram.example" });
  await on({ intent: "add-owner", email: "thu@tram.example" });
  expect((await owners()).map(({ personId }) => personId).sort()).toEqual([idOf("son"), idOf("thu")].sort());
  expect(await on({ intent: "add-owner", email: "x@y.example" })).toMatchObject({
    body: { formErrors: ["address_unknown"], values: { email: "x@y.example" } },
  });
  await on({ intent: "remove-owner", personId: idOf("thu") });
  expect(await owners()).toHaveLength(1);
  expect(await audit()).toMatchObject({ action: "system.owner_removed", before: { person: expect.any(String) } });
});
