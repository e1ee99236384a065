import { afterAll, beforeAll, expect, test } from "vitest";
import { listSystems } from "#app/domain/directory/catalog.server.ts";
import {
  addSystem,
  changeSystem,
  getSystem,
  listAllSystems,
  orderSystem,
  retireSystem,
} from "#app/domain/directory/systems-admin.server.ts";
import { addTeam, changeTeam, getTeam, listTeamsWithMembers } from "#app/domain/directory/teams-admin.server.ts";
import { castOf, DOCUMENTS, DOCUMENTS_TEAM, ONE_STOP, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, reload } = castOf(world.db);
const NOON = "2026-11-23T12:00+07:00";
const asAdmin: <T>(work: Parameters<typeof as<T>>[2]) => Promise<T> = (work) => as("admin", NOON, work);
const audit = async () =>
  (await world.owner.sql`select action, object_name, before, after from audit_entries order by id desc limit 1`)[0];
const facts = { name: "Cổng 1022", nameEn: "1022", teamId: DOCUMENTS_TEAM };

beforeAll(async () => {
  await seedCast(world.db);
  // The cast brings its own ids; what is added here comes after them.
  for (const table of ["sites", "systems", "teams"])
    await world.owner.sql`select setval(pg_get_serial_sequence(${table}, 'id'), 100)`;
});
afterAll(() => world.close());

test("a new system is offered on the report form, last, with its team", async () => {
  const id = await asAdmin((ctx) => addSystem(ctx, { ...facts, key: "1022" }));
  const offered = await as("lan", NOON, (ctx) => listSystems(ctx));
  expect(offered.at(-1)).toMatchObject({ id, name: "Cổng 1022" });
  expect(await audit()).toMatchObject({
    action: "system.added",
    object_name: "Cổng 1022",
    after: { key: "1022", team: "Nhóm Quản lý văn bản" },
  });
});

test("a key is used once, and a system has a team that exists", async () => {
  const add = (more: object) => asAdmin((ctx) => addSystem(ctx, { ...facts, key: "new", ...more }));
  await expect(add({ key: "vb" })).rejects.toMatchObject({ refusal: "conflict", reason: "key_taken" });
  await expect(add({ teamId: 999 })).rejects.toMatchObject({ refusal: "invalid", reason: "team_unknown" });
});

test("a retired system keeps its tickets and leaves the report form; brought back it is there again", async () => {
  const ticket = await open("lan");
  const retire = (version: number, at: string | null) =>
    asAdmin((ctx) => retireSystem(ctx, { id: DOCUMENTS, version, at: at === null ? null : new Date(at) }));
  const offered = async (iso: string) =>
    (await as("lan", iso, (ctx) => listSystems(ctx))).some(({ id }) => id === DOCUMENTS);
  await retire(1, "2026-11-25T00:00+07:00");
  expect(await audit()).toMatchObject({ action: "system.retired", after: { retiredAt: "2026-11-25" } });
  expect([await offered("2026-11-24T23:00+07:00"), await offered("2026-11-25T00:01+07:00")]).toEqual([true, false]);
  expect((await reload(ticket.number)).systemId).toBe(DOCUMENTS);
  await expect(open("lan", "2026-11-25T08:00+07:00")).rejects.toMatchObject({ reason: "system_unknown" });
  await retire(2, null);
  expect(await offered("2026-11-25T00:01+07:00")).toBe(true);
  await expect(retire(2, "2026-11-26T00:00+07:00")).rejects.toMatchObject({ reason: "changed_meanwhile" });
});

test("names and team change together, and a stale form changes nothing", async () => {
  const teamId = await asAdmin((ctx) => addTeam(ctx, { key: "1022", name: "Nhóm 1022", nameEn: "1022 team" }));
  await asAdmin((ctx) => changeSystem(ctx, { id: ONE_STOP, version: 1, name: "Một cửa", nameEn: "One-stop", teamId }));
  expect(await audit()).toMatchObject({ before: { team: "Nhóm Quản lý văn bản" }, after: { team: "Nhóm 1022" } });
  const stale = { id: ONE_STOP, version: 1, name: "Khác", nameEn: "Other", teamId };
  await expect(asAdmin((ctx) => changeSystem(ctx, stale))).rejects.toMatchObject({ refusal: "conflict" });
  expect(await asAdmin((ctx) => getSystem(ctx, ONE_STOP))).toMatchObject({ name: "Một cửa", teamName: "Nhóm 1022" });
});

test("the order of the form is what the office makes it", async () => {
  const order = async () => (await asAdmin((ctx) => listAllSystems(ctx))).map(({ id }) => id);
  const [first, second, ...rest] = await order();
  await asAdmin((ctx) => orderSystem(ctx, { id: second ?? 0, direction: "up" }));
  expect(await order()).toEqual([second, first, ...rest]);
  await asAdmin((ctx) => orderSystem(ctx, { id: second ?? 0, direction: "up" }));
  expect(await order()).toEqual([second, first, ...rest]);
});

test("a team shows who is in it today and what it looks after", async () => {
  const team = await asAdmin((ctx) => getTeam(ctx, DOCUMENTS_TEAM));
  expect(team.members.map(({ fullName }) => fullName)).toEqual(["Đỗ Khánh Vy"]);
  expect(team.systems.map(({ id }) => id)).toContain(DOCUMENTS);
  const rows = await asAdmin((ctx) => listTeamsWithMembers(ctx));
  expect(rows.find(({ id }) => id === DOCUMENTS_TEAM)).toMatchObject({ members: 1 });
  await asAdmin((ctx) =>
    changeTeam(ctx, { id: DOCUMENTS_TEAM, version: 1, name: "Nhóm văn bản", nameEn: "Documents" }),
  );
  expect(await audit()).toMatchObject({ action: "team.changed", before: { name: "Nhóm Quản lý văn bản" } });
});

test("for everybody else these changes are not there", async () => {
  for (const by of ["lan", "vy", "thu", "son"] as const) {
    const refused = { refusal: "not_found" };
    await expect(as(by, NOON, (ctx) => addSystem(ctx, { ...facts, key: "x" }))).rejects.toMatchObject(refused);
    const change = { id: DOCUMENTS_TEAM, version: 2, name: "x", nameEn: "x" };
    await expect(as(by, NOON, (ctx) => changeTeam(ctx, change))).rejects.toMatchObject(refused);
  }
});
