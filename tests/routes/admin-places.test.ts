import { afterAll, beforeAll, expect, test } from "vitest";
import * as end from "#app/routes/admin.sites.end.tsx";
import * as fresh from "#app/routes/admin.sites.new.tsx";
import * as site from "#app/routes/admin.sites.site.tsx";
import * as sites from "#app/routes/admin.sites.tsx";
import * as newSystem from "#app/routes/admin.systems.new.tsx";
import * as system from "#app/routes/admin.systems.system.tsx";
import * as systems from "#app/routes/admin.systems.tsx";
import * as newTeam from "#app/routes/admin.teams.new.tsx";
import * as team from "#app/routes/admin.teams.team.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { DOCUMENTS, KINH_TE, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  for (const table of ["sites", "systems", "teams"])
    await world.owner.sql`select setval(pg_get_serial_sequence(${table}, 'id'), 100)`;
});
afterAll(() => world.close());

const at = (id: number) => ({ id: String(id) });
const postTo = (route: typeof site, path: string, id: number, fields: Fields) =>
  post(route.action, "admin", path, fields, at(id));
const rename = (id: number, fields: Fields) =>
  postTo(site, `/admin/sites/${id}`, id, { intent: "change", validFrom: "01/07/2025", keepOldName: "on", ...fields });

test("the list finds a unit by what was typed, and says what it was asked", async () => {
  const { body } = await get(sites.loader, "admin", "/admin/sites?q=tan+binh&state=all");
  expect(body).toMatchObject({ q: "tan binh", state: "all", next: null, rows: [{ id: TAN_BINH, people: 4 }] });
  expect((await get(sites.loader, "admin", "/admin/sites?q=%00%27&state=gone&after=x")).status).toBe(200);
});

test("a unit is added with its first day as it is written here", async () => {
  const form = { unitKind: "xa", name: "  Thạnh   An ", formerArea: "Huyện Cần Giờ", validFrom: "1/12/2026" };
  const answer = await post(fresh.action, "admin", "/admin/sites/new", form);
  expect(answer).toMatchObject({ status: 302 });
  const [row] = await world.owner
    .sql`select name, unit_kind, valid_from::text as day from sites where name = 'Thạnh An'`;
  expect(row).toMatchObject({ unit_kind: "xa", day: "2026-12-01" });
  expect(await post(fresh.action, "admin", "/admin/sites/new", form)).toMatchObject({
    status: 409,
    body: { formErrors: ["name_taken"], values: { formerArea: "Huyện Cần Giờ" } },
  });
});

test.each([
  [{ name: "x".repeat(121) }, "name", "too_long"],
  [{ name: " " }, "name", "required"],
  [{ validFrom: "31/02/2026" }, "validFrom", "malformed"],
  [{ validFrom: "12/31/2026" }, "validFrom", "malformed"],
  [{ unitKind: "quan" }, "unitKind", "not_offered"],
])("%j is asked for again", async (wrong, field, code) => {
  const form = { unitKind: "xa", name: "Thử", validFrom: "01/12/2026", ...wrong };
  expect(await post(fresh.action, "admin", "/admin/sites/new", form)).toMatchObject({
    status: 422,
    body: { errors: { [field]: [code] } },
  });
});

test("a form that is older than the unit keeps its words and changes nothing", async () => {
  const { body } = await get(site.loader, "admin", `/admin/sites/${KINH_TE}`, at(KINH_TE));
  const { version } = (body as { site: { version: number } }).site;
  expect(await rename(KINH_TE, { version, name: "Phòng Kinh tế" })).toMatchObject({
    status: 302,
    to: `/admin/sites/${KINH_TE}?done=saved`,
  });
  expect(await rename(KINH_TE, { version, name: "Phòng Hạ tầng" })).toMatchObject({
    status: 409,
    body: { formErrors: ["changed_meanwhile"], values: { name: "Phòng Hạ tầng" } },
  });
});

test("a wrong field of one of several forms is named", async () => {
  expect(await rename(KINH_TE, { version: 1, name: " ", validFrom: "x" })).toMatchObject({
    status: 422,
    body: { errors: { name: ["required"], validFrom: ["malformed"] } },
  });
  expect((await postTo(site, `/admin/sites/${KINH_TE}`, KINH_TE, { intent: "raze" })).status).toBe(422);
});

test("a department is added to its unit and gets its place in the order", async () => {
  const path = `/admin/sites/new?in=${TAN_BINH}`;
  const form = { name: "Phòng Tư pháp", validFrom: "01/01/2026" };
  expect(await post(fresh.action, "admin", path, form)).toMatchObject({ to: `/admin/sites/${TAN_BINH}?done=saved` });
  const [row] = await world.owner.sql`select id, parent_id from sites where name = 'Phòng Tư pháp'`;
  expect(row?.parent_id).toBe(TAN_BINH);
  await postTo(site, `/admin/sites/${TAN_BINH}`, TAN_BINH, { intent: "up", id: Number(row?.id) });
  const { body } = await get(site.loader, "admin", `/admin/sites/${TAN_BINH}`, at(TAN_BINH));
  const names = (body as { departments: { name: string }[] }).departments.map(({ name }) => name);
  expect(names.indexOf("Phòng Tư pháp")).toBe(names.length - 2);
});

test("an end is asked for with a date, and can be taken back", async () => {
  const path = `/admin/sites/${KINH_TE}/end`;
  const before = await get(end.loader, "admin", path, at(KINH_TE));
  expect(before.body).toMatchObject({ at: { people: { all: 1 } }, units: [] });
  const { version } = (before.body as { site: { version: number } }).site;
  expect(await post(end.action, "admin", path, { version, on: "hôm nào đó" }, at(KINH_TE))).toMatchObject({
    status: 422,
  });
  expect(await post(end.action, "admin", path, { version, on: "31/12/2026" }, at(KINH_TE))).toMatchObject({
    status: 302,
  });
  const reopen = { intent: "reopen", version: version + 1 };
  expect(await postTo(site, `/admin/sites/${KINH_TE}`, KINH_TE, reopen)).toMatchObject({ status: 302 });
});

test("a system is added, moved up, retired and brought back", async () => {
  const form = { name: "Cổng 1022", nameEn: "1022", key: " Cong-1022 ", teamId: 1 };
  const added = await post(newSystem.action, "admin", "/admin/systems/new", form);
  const id = Number(/\d+/.exec(added.to ?? "")?.[0]);
  expect(added).toMatchObject({ status: 302, to: `/admin/systems/${id}?done=saved` });
  expect(await post(newSystem.action, "admin", "/admin/systems/new", form)).toMatchObject({
    status: 409,
    body: { formErrors: ["key_taken"] },
  });
  expect(await post(systems.action, "admin", "/admin/systems", { intent: "up", id })).toMatchObject({ status: 302 });
  const change = (fields: Fields) => post(system.action, "admin", `/admin/systems/${id}`, fields, at(id));
  expect(await change({ intent: "retire", version: 1, on: "01/12/2026" })).toMatchObject({ status: 302 });
  expect(await change({ intent: "retire", version: 1, on: "02/12/2026" })).toMatchObject({ status: 409 });
  expect(await change({ intent: "bring-back", version: 2 })).toMatchObject({ status: 302 });
  const { body } = await get(system.loader, "admin", `/admin/systems/${DOCUMENTS}`, at(DOCUMENTS));
  expect(body).toMatchObject({ system: { key: "vb" }, open: [] });
});

test("a team is added and renamed", async () => {
  const added = await post(newTeam.action, "admin", "/admin/teams/new", {
    name: "Nhóm mạng",
    nameEn: "Network",
    key: "mang",
  });
  const id = Number(/\d+/.exec(added.to ?? "")?.[0]);
  const form = { version: 1, name: "Nhóm đường truyền", nameEn: "Network" };
  expect(await post(team.action, "admin", `/admin/teams/${id}`, form, at(id))).toMatchObject({ status: 302 });
  expect((await get(team.loader, "admin", `/admin/teams/${id}`, at(id))).body).toMatchObject({
    team: { name: "Nhóm đường truyền", members: [], systems: [] },
  });
});

test.each(["0", "abc", "9999999999", "99999", "1"])("a unit with the id %s is not there", async (id) => {
  expect((await get(site.loader, "admin", `/admin/sites/${id}`, { id })).status).toBe(404);
});
