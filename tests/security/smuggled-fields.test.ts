import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ORIGIN } from "#tests/http/small-app.ts";
import { idOf } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";

/** What no form of ours has, each of which some table has. */
const SMUGGLED = {
  id: "999",
  personId: "71",
  role: "admin",
  at: "1",
  wardId: "3",
  status: "closed",
  assigneeId: "11",
  createdBy: "31",
  createdAt: "2020-01-01T00:00:00Z",
  updatedAt: "2020-01-01T00:00:00Z",
  internal: "false",
  disabledAt: "",
  email: "evil@tram.example",
  passwordHash: "x",
  key: "evil",
  sort: "-1",
  kind: "city",
  parentId: "3",
  path: "{1}",
  "grants[0][role]": "admin",
  "a[b]": "1",
  "__proto__[role]": "admin",
  "constructor.prototype.role": "admin",
};
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const row = async (table: string, id: number) =>
  (await desk.owner.sql`select * from ${desk.owner.sql(table)} where id = ${id}`)[0] ?? {};
const grantsOf = (id: number) => desk.owner.sql`select role, site_id from grants where person_id = ${id} order by id`;

test("one's own profile holds a name and a language, and nothing else", async () => {
  const [before, held] = [await row("people", idOf("lan")), await grantsOf(idOf("lan"))];
  const done = await desk.post("lan", "/me", { ...SMUGGLED, fullName: "Nguyễn Thị Lan Hương", lang: "en", siteId: 3 });
  expect(done.headers.location).toContain("done=saved");
  const { full_name, lang, version, search_text, ...rest } = await row("people", idOf("lan"));
  expect([full_name, lang, version]).toEqual(["Nguyễn Thị Lan Hương", "en", 2]);
  expect(search_text).not.toContain("evil");
  expect(rest).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name in rest)));
  expect(await grantsOf(idOf("lan"))).toEqual(held);
});

/** What an admin saves, and which columns of its row may be other ones afterwards. */
const ADMIN_FORMS: [path: string, table: string, id: number, fields: Record<string, string>, changes: string[]][] = [
  [
    "/admin/people/12",
    "people",
    12,
    { intent: "details", version: "1", fullName: "Trần Thị Mai", lang: "en", siteId: "5", email: "mai@tram.example" },
    ["lang", "version"],
  ],
  [
    "/admin/sites/2",
    "sites",
    2,
    { intent: "change", version: "1", name: "Tân Bình Hai", unitKind: "phuong", validFrom: "1/7/2025" },
    ["name", "version"],
  ],
  [
    "/admin/systems/1",
    "systems",
    1,
    { intent: "change", version: "1", name: "Văn bản", nameEn: "Documents", teamId: "1" },
    ["name", "version"],
  ],
  ["/admin/teams/1", "teams", 1, { version: "1", name: "Nhóm", nameEn: "Team" }, ["name", "name_en", "version"]],
];
test.each(ADMIN_FORMS)("%s keeps what its form has, and nothing else", async (path, table, id, fields, changes) => {
  const [before, held] = [await row(table, id), await grantsOf(id)];
  const done = await desk.post("admin", path, { ...SMUGGLED, ...fields });
  expect(done.headers.location, done.body.slice(0, 300)).toContain("done=saved");
  const after = await row(table, id);
  const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  expect(changed.filter((name) => !/^(changed_at|updated_at|folded|search)/.test(name)).sort()).toEqual(changes.sort());
  expect(await grantsOf(id)).toEqual(held);
});

test.each(ADMIN_FORMS)(
  "%s refuses a field that comes twice, and a form that was seen before the change",
  async (...form) => {
    const [path, table, id, fields] = form;
    const before = await row(table, id);
    const twice = `${new URLSearchParams({ ...fields, version: String(before.version) })}&version=${before.version}`;
    const doubled = await desk.app.post(path, { origin: ORIGIN, cookie: await desk.cookieOf("admin") }, twice);
    expect(doubled.status).toBe(400);
    const stale = await desk.post("admin", path, {
      ...fields,
      name: "Tên khác",
      fullName: "Tên Khác",
      nameEn: "Other",
    });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatch(/value="Tên [kK]hác"/);
    expect(await row(table, id)).toEqual(before);
  },
);

test.each(["son", "thu", "minh", "lan"] as const)("%s makes neither themselves nor anybody an admin", async (by) => {
  const grant = { intent: "grant", version: "1", role: "admin", at: "1" };
  for (const id of [idOf(by), idOf("hoa")]) {
    expect((await desk.post(by, `/admin/people/${id}`, grant)).status).toBe(404);
    expect((await grantsOf(id)).map(({ role }) => role)).not.toContain("admin");
  }
  const newcomer = { fullName: "Ai Đó", email: "aido@tram.example", lang: "vi", role: "admin", at: "1" };
  expect((await desk.post(by, "/admin/people/new", newcomer)).status).toBe(404);
  expect(await desk.owner.sql`select 1 from people where email = 'aido@tram.example'`).toHaveLength(0);
});

test("a ticket is what its form says, filed by whoever sent it", async () => {
  const facts = { kind: "other", systemId: "1", title: "Một việc", impact: "one_person", peopleWaiting: "0" };
  const smuggled = { ...SMUGGLED, filedById: "31", number: "5", version: "9", priority: "p1" };
  const made = await desk.post("lan", "/tickets/new", { ...smuggled, ...facts });
  const number = Number(/\d+/.exec(made.headers.location ?? "")?.[0]);
  const [row] = await desk.owner
    .sql`select status, assignee_id, filed_by_id, site_id, version from tickets where number = ${number}`;
  expect(row).toEqual({ status: "new", assignee_id: null, filed_by_id: idOf("lan"), site_id: 2, version: 1 });
});
