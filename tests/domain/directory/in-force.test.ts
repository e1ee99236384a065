import { afterAll, beforeAll, expect, test } from "vitest";
import { listDepartments, listWards } from "#app/domain/directory/catalog.server.ts";
import { listColleagues } from "#app/domain/directory/people.server.ts";
import { people, sites } from "#app/domain/directory/schema.server.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { listStationedEngineers } from "#app/domain/policy/stationed.server.ts";
import { castOf, idOf, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const on = (day: string) => `2026-11-${day}T12:00+07:00`;

beforeAll(async () => {
  await seedCast(world.db);
  const room = (id: number, name: string, validFrom: string, validUntil: string | null) => ({
    id,
    name,
    kind: "department" as const,
    parentId: TAN_BINH,
    path: [1, TAN_BINH, id],
    validFrom,
    validUntil,
  });
  await asSystem(async ({ db }) => {
    await db
      .insert(sites)
      .values([
        room(80, "Phòng Kinh tế cũ", "2025-07-01", "2026-11-10"),
        room(81, "Phòng Kinh tế mới", "2026-11-11", null),
      ]);
    await db.insert(sites).values([
      { id: 90, name: "Đất Đỏ", kind: "ward", unitKind: "xa", parentId: 1, path: [1, 90], validFrom: "2025-07-01" },
      {
        id: 91,
        name: "Vũng Tàu",
        kind: "ward",
        unitKind: "phuong",
        parentId: 1,
        path: [1, 91],
        validFrom: "2025-07-01",
      },
      { id: 92, name: "An Phú", kind: "ward", unitKind: "phuong", parentId: 1, path: [1, 92], validFrom: "2027-01-01" },
    ]);
    const person = { siteId: TAN_BINH, createdAt: new Date() };
    await db.insert(people).values([
      { ...person, id: 101, fullName: "Vũ Thị Ánh", email: "anh@tram.example" },
      { ...person, id: 102, fullName: "Bùi Văn Đức", email: "duc@tram.example" },
    ]);
    await db.insert(grants).values([
      { personId: 101, role: "engineer", siteId: TAN_BINH, validFrom: "2026-11-05", validUntil: "2026-11-10" },
      { personId: 101, role: "ward_lead", siteId: TAN_BINH, validFrom: "2026-11-10", validUntil: null },
    ]);
  });
});
afterAll(() => world.close());

test("a room is there from its first day to its last, both included", async () => {
  const rooms = (day: string) =>
    as("thu", on(day), (ctx) => listDepartments(ctx, TAN_BINH)).then((found) => found.map(({ name }) => name));
  expect(await rooms("10")).toContain("Phòng Kinh tế cũ");
  expect(await rooms("10")).not.toContain("Phòng Kinh tế mới");
  expect(await rooms("11")).not.toContain("Phòng Kinh tế cũ");
  expect(await rooms("11")).toContain("Phòng Kinh tế mới");
});

test("units stand in the order of the alphabet, a unit to come is not there yet", async () => {
  const wards = await as("thu", on("10"), (ctx) => listWards(ctx));
  expect(wards.map(({ name }) => name)).toEqual(["Bình Hưng Hòa", "Đất Đỏ", "Tân Bình", "Vũng Tàu"]);
});

test("people stand by their given names", async () => {
  const names = await as("thu", on("10"), (ctx) => listColleagues(ctx, TAN_BINH));
  expect(names.map(({ fullName }) => fullName).filter((name) => /Ánh|Đức|Châu|Lan/.test(name))).toEqual([
    "Vũ Thị Ánh",
    "Lê Minh Châu",
    "Bùi Văn Đức",
    "Nguyễn Thị Lan",
  ]);
});

test("several grants of one person begin and end by themselves", async () => {
  const held = (day: string) =>
    asSystem((ctx) => listGrants(ctx.db, 101, new Date(on(day)))).then((found) => found.map(({ role }) => role));
  expect(await held("04")).toEqual([]);
  expect(await held("05")).toEqual(["engineer"]);
  expect(await held("10")).toEqual(["engineer", "ward_lead"]);
  expect(await held("11")).toEqual(["ward_lead"]);
  const stationed = (day: string) =>
    as("lan", on(day), (ctx) => listStationedEngineers(ctx, TAN_BINH)).then((found) => found.map(({ id }) => id));
  expect(await stationed("10")).toEqual([101, idOf("khoa"), idOf("minh")]);
  expect(await stationed("11")).toEqual([idOf("khoa"), idOf("minh")]);
});
