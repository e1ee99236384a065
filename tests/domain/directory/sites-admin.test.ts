import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listDepartments, listWards } from "#app/domain/directory/catalog.server.ts";
import {
  getSite,
  listDepartmentsOfAllTime,
  listFormerNames,
  listUnits,
  whatIsAt,
} from "#app/domain/directory/sites-admin.server.ts";
import {
  addDepartment,
  addUnit,
  changeSite,
  orderDepartment,
} from "#app/domain/directory/sites-admin-changes.server.ts";
import { endSite, reopenSite } from "#app/domain/directory/sites-admin-ends.server.ts";
import { BINH_HUNG_HOA, castOf, KINH_TE, type Name, seedCast, TAN_BINH, VAN_PHONG } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open } = castOf(world.db);
const NOON = "2026-11-23T12:00+07:00";
const asAdmin: <T>(work: Parameters<typeof as<T>>[2], iso?: string) => Promise<T> = (work, iso = NOON) =>
  as("admin", iso, work);
const audit = async () =>
  (await world.owner.sql`select action, object_name, before, after from audit_entries order by id desc limit 1`)[0];
const room = (name: string) =>
  asAdmin((ctx) => addDepartment(ctx, { unitId: TAN_BINH, name, validFrom: "2026-01-01" }));
const current = (id: number) => asAdmin((ctx) => getSite(ctx, id));
const change = async (id: number, more: Partial<Parameters<typeof changeSite>[1]>, by: Name = "admin") => {
  const { version, name, unitKind, formerArea, validFrom } = await current(id);
  const seen = { id, version, name, unitKind, formerArea, validFrom, keepOldName: true };
  return as(by, NOON, (ctx) => changeSite(ctx, { ...seen, ...more }));
};

beforeAll(async () => {
  await seedCast(world.db);
  // The cast brings its own ids; what is added here comes after them.
  for (const table of ["sites", "systems", "teams"])
    await world.owner.sql`select setval(pg_get_serial_sequence(${table}, 'id'), 100)`;
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.sql`update sites set valid_until = null, merged_into_id = null where id in (2, 3, 4, 5)`;
});

test("a new unit stands in the city's list with a room of its own", async () => {
  const id = await asAdmin((ctx) =>
    addUnit(ctx, { unitKind: "dac_khu", name: "Côn Đảo", formerArea: "Huyện Côn Đảo", validFrom: "2026-11-01" }),
  );
  expect(await audit()).toMatchObject({ action: "site.added", object_name: "Côn Đảo", after: { unitKind: "dac_khu" } });
  await asAdmin((ctx) => addDepartment(ctx, { unitId: id, name: "Văn phòng", validFrom: "2026-11-01" }));
  expect(await audit()).toMatchObject({ action: "site.added", object_name: "Văn phòng, Côn Đảo" });
  const names = await asAdmin(async (ctx) => [await listWards(ctx), await listDepartments(ctx, id)]);
  expect(names.flat().map(({ name }) => name)).toEqual(expect.arrayContaining(["Côn Đảo", "Văn phòng"]));
  const [row] = await world.owner.sql`select path from sites where name = 'Văn phòng' and parent_id = ${id}`;
  expect(row?.path).toEqual([1, id, expect.any(Number)]);
});

test.each([
  ["p. tan binh", ["Tân Bình"]],
  ["Tân Bình", ["Tân Bình"]],
  ["tân", ["Tân Bình"]],
  ["quan 12", ["Bình Hưng Hòa"]],
  ["q12", ["Bình Hưng Hòa"]],
  ["binh hung hoà", ["Bình Hưng Hòa"]],
  ["xã tân", []],
  ["'; drop table sites", []],
  ["%", ["Bình Hưng Hòa", "Tân Bình"]],
])("looking for %s finds %j", async (q, names) => {
  await world.owner.sql`update sites set former_area = 'Quận 12, TP.HCM cũ' where id = ${BINH_HUNG_HOA}`;
  const { rows } = await asAdmin((ctx) => listUnits(ctx, { q, state: "now" }));
  expect(rows.map(({ name }) => name).filter((name) => name !== "Côn Đảo")).toEqual(names);
});

test("a unit that was renamed is found under its old name, a slip of the keyboard is not kept", async () => {
  const id = await asAdmin((ctx) => addUnit(ctx, { unitKind: "xa", name: "Thanh Ann", validFrom: "2026-01-01" }));
  await change(id, { name: "Thanh An", keepOldName: false });
  expect(await asAdmin((ctx) => listFormerNames(ctx, id))).toEqual([]);
  await change(id, { name: "Dầu Tiếng", unitKind: "phuong" });
  expect(await audit()).toMatchObject({
    action: "site.changed",
    before: { name: "Thanh An", unitKind: "xa" },
    after: { name: "Dầu Tiếng", unitKind: "phuong" },
  });
  expect(await asAdmin((ctx) => listFormerNames(ctx, id))).toMatchObject([
    { name: "Thanh An", unitKind: "xa", until: "2026-11-23" },
  ]);
  const { rows } = await asAdmin((ctx) => listUnits(ctx, { q: "thanh an", state: "all" }));
  expect(rows.map((row) => row.id)).toEqual([id]);
});

test("two admins at once: the second is told, and nothing of theirs is kept", async () => {
  const id = await room("Phòng Nội vụ");
  await change(id, { name: "Phòng Nội vụ và Lao động" });
  const rows = async () => (await world.owner.sql`select count(*)::int as n from audit_entries`)[0]?.n;
  const before = await rows();
  await expect(change(id, { name: "Phòng Nội chính", version: 1 })).rejects.toMatchObject({
    refusal: "conflict",
    reason: "changed_meanwhile",
  });
  expect(await current(id)).toMatchObject({ name: "Phòng Nội vụ và Lao động", version: 2 });
  expect(await rows()).toBe(before);
});

test("the same name twice in one unit is refused, and again when the first has ended it is not", async () => {
  const id = await room("Phòng Y tế");
  await expect(room("phòng y tế")).rejects.toMatchObject({ refusal: "conflict", reason: "name_taken" });
  await asAdmin((ctx) => endSite(ctx, { id, version: 1, on: "2026-11-20" }));
  await room("Phòng Y tế");
});

test("a department ends on a date and is not offered after it; taking it back undoes that", async () => {
  const id = await room("Ban Chỉ huy");
  await asAdmin((ctx) => endSite(ctx, { id, version: 1, on: "2026-11-25" }));
  const offered = (iso: string) =>
    asAdmin(async (ctx) => (await listDepartments(ctx, TAN_BINH)).some((one) => one.id === id), iso);
  expect([await offered("2026-11-25T23:00+07:00"), await offered("2026-11-26T00:30+07:00")]).toEqual([true, false]);
  await asAdmin((ctx) => reopenSite(ctx, { id, version: 2 }));
  expect(await offered("2026-11-26T00:30+07:00")).toBe(true);
  await expect(asAdmin((ctx) => reopenSite(ctx, { id, version: 3 }))).rejects.toMatchObject({ reason: "not_ended" });
  const late = { id, version: 3, on: "2025-12-31" };
  await expect(asAdmin((ctx) => endSite(ctx, late))).rejects.toMatchObject({ reason: "ends_before_it_begins" });
});

test("a department lies within the days of its unit, however its own are changed", async () => {
  const id = await room("Phòng Chuyển đổi số");
  const [unit] = await world.owner.sql`select valid_from::text as from from sites where id = ${TAN_BINH}`;
  await expect(change(id, { validFrom: "1999-01-01" })).rejects.toMatchObject({ reason: "outside_the_unit" });
  await change(id, { validFrom: unit?.from });
  const end = async (site: number, on: string) =>
    asAdmin(async (ctx) => endSite(ctx, { id: site, version: (await getSite(ctx, site)).version, on }));
  await end(TAN_BINH, "2026-12-31");
  await expect(end(id, "2027-01-01")).rejects.toMatchObject({ reason: "unit_ends_earlier" });
  await end(id, "2026-12-01");
  expect(await current(id)).toMatchObject({ validFrom: unit?.from, validUntil: "2026-12-01" });
});

test("before a place ends it says who works there and what is open", async () => {
  await open("lan");
  const { people, tickets } = await asAdmin((ctx) => whatIsAt(ctx, TAN_BINH));
  expect(people).toMatchObject({ all: 4 });
  expect(people.rows.map(({ fullName }) => fullName)).toContain("Nguyễn Thị Lan");
  expect(tickets).toEqual([{ status: "new", tickets: 1 }]);
  expect((await as("chau", NOON, (ctx) => whatIsAt(ctx, TAN_BINH))).tickets).toEqual([]);
});

test("a unit that merges takes its departments along, and brings them back", async () => {
  const { version } = await current(BINH_HUNG_HOA);
  const merge = { id: BINH_HUNG_HOA, version, on: "2026-12-31", mergedIntoId: TAN_BINH };
  const own = await asAdmin((ctx) =>
    addDepartment(ctx, { unitId: BINH_HUNG_HOA, name: "Văn phòng", validFrom: "2026-01-01" }),
  );
  await asAdmin((ctx) => endSite(ctx, merge));
  expect(await audit()).toMatchObject({
    action: "site.merged",
    after: { validUntil: "2026-12-31", mergedInto: "Tân Bình", departments: 1 },
  });
  expect(await current(own)).toMatchObject({ validUntil: "2026-12-31" });
  expect((await current(BINH_HUNG_HOA)).mergedInto).toMatchObject({ name: "Tân Bình" });
  await expect(asAdmin((ctx) => reopenSite(ctx, { id: own }))).rejects.toMatchObject({ reason: "unit_has_ended" });
  await asAdmin((ctx) => reopenSite(ctx, { id: BINH_HUNG_HOA }));
  expect(await current(own)).toMatchObject({ validUntil: null });
});

test.each([
  ["itself", BINH_HUNG_HOA],
  ["a department", KINH_TE],
  ["the city", 1],
  ["nothing", 9_999],
])("a unit does not merge into %s", async (_, mergedIntoId) => {
  const { version } = await current(BINH_HUNG_HOA);
  const merge = { id: BINH_HUNG_HOA, version, on: "2026-12-31", mergedIntoId };
  await expect(asAdmin((ctx) => endSite(ctx, merge))).rejects.toMatchObject({ reason: "successor_unknown" });
});

test("departments have the order the office gives them", async () => {
  const names = async () =>
    (await asAdmin((ctx) => listDepartmentsOfAllTime(ctx, TAN_BINH))).slice(0, 2).map(({ id }) => id);
  expect(await names()).toEqual([VAN_PHONG, KINH_TE]);
  await asAdmin((ctx) => orderDepartment(ctx, { id: KINH_TE, direction: "up" }));
  expect(await names()).toEqual([KINH_TE, VAN_PHONG]);
  expect(await audit()).toMatchObject({ action: "site.ordered", before: { place: 2 }, after: { place: 1 } });
  await asAdmin((ctx) => orderDepartment(ctx, { id: KINH_TE, direction: "up" }));
  expect(await names()).toEqual([KINH_TE, VAN_PHONG]);
});

test("for everybody else these changes are not there", async () => {
  for (const by of ["lan", "chau", "minh", "thu", "son"] as const) {
    await expect(change(KINH_TE, { name: "Phòng của tôi" }, by)).rejects.toMatchObject({ refusal: "not_found" });
    await expect(as(by, NOON, (ctx) => endSite(ctx, { id: KINH_TE, on: "2026-12-01" }))).rejects.toMatchObject({
      refusal: "not_found",
    });
  }
  await expect(world.sql`update sites set name = 'x' where id = 4 returning id`).resolves.toHaveLength(0);
  await expect(world.owner.sql`delete from site_names`).resolves.toBeDefined();
  await expect(world.sql`delete from sites where id = 4`).rejects.toMatchObject({ code: "42501" });
});

test("the city is not kept here", async () => {
  await expect(current(1)).rejects.toMatchObject({ refusal: "not_found" });
  await expect(asAdmin((ctx) => endSite(ctx, { id: 1, on: "2026-12-01" }))).rejects.toMatchObject({
    refusal: "not_found",
  });
});
