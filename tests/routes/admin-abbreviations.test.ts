import { afterAll, beforeAll, expect, test } from "vitest";
import type { Abbreviation } from "#app/domain/tickets/search/abbreviations-admin.server.ts";
import { action, loader } from "#app/routes/admin.abbreviations.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const PATH = "/admin/abbreviations";
type Loaded = {
  rows: Abbreviation[];
  next: string | null;
  editing: Abbreviation | null;
  removed: object | null;
  readings: { typed: string; written: string[]; places: number; systems: number }[];
};
const page = async (query = "") => (await get(loader, "admin", PATH + query)).body as Loaded; // safe: the loader's own shape
const send = (fields: Fields) => post(action, "admin", PATH, fields);
const audit = async () =>
  (await world.owner.sql`select action, object_id, before, after from audit_entries order by id desc limit 1`)[0];

test("the shipped list is there, a page at a time, and is searched with or without marks", async () => {
  const first = await page();
  expect(first.rows).toHaveLength(50);
  const second = await page(`?after=${first.next}`);
  expect(first.rows.map(({ short }) => short)).not.toContain(second.rows[0]?.short);
  expect((await page("?q=van+ban")).rows.map(({ short }) => short)).toContain("vb");
  expect((await page("?q=cks")).rows).toMatchObject([{ short: "cks", long: "chữ ký số" }]);
  expect((await page("?kind=place&q=phuong")).rows.map(({ short }) => short)).toEqual(["f", "p"]);
  expect((await page("?q=%27%3A%2A%26%7C")).rows).toHaveLength(50);
});

test("one is added folded to one word, once, and found by a search at once", async () => {
  expect(await send({ intent: "add", short: " ĐKKD ", long: "đăng ký kinh doanh", kind: "office" })).toMatchObject({
    status: 302,
    to: `${PATH}?done=saved`,
  });
  expect(await audit()).toMatchObject({ action: "abbreviation.added", object_id: "dkkd", before: null });
  expect(await send({ intent: "add", short: "dkkd", long: "khác", kind: "office" })).toMatchObject({
    status: 409,
    body: { formErrors: ["short_taken"] },
  });
  expect((await page("?try=xin+dkkd")).readings).toEqual([
    { typed: "xin", written: [], places: 0, systems: 0 },
    { typed: "dkkd", written: ["đăng ký kinh doanh"], places: 0, systems: 0 },
  ]);
});

test("what a search makes of words names the ways of writing and the places", async () => {
  const { readings } = await page("?try=ko+vb+tan+binh");
  expect(readings[0]?.written).toEqual(expect.arrayContaining(["không", "k", "hok"]));
  expect(readings[1]?.written).toContain("văn bản");
  expect(readings[2]).toMatchObject({ typed: "tan binh", places: 1 });
});

test("an edit says what it was before; a form that is older is refused with its words", async () => {
  const { editing } = await page("?edit=tk");
  const seen = editing?.changedAt.toISOString() ?? "";
  const form = { intent: "change", short: "tk", long: "tài khoản người dùng", kind: "office", seen };
  expect((await send(form)).status).toBe(302);
  expect(await audit()).toMatchObject({
    action: "abbreviation.changed",
    before: { long: "tài khoản" },
    after: { long: "tài khoản người dùng" },
  });
  expect(await send({ ...form, long: "tham khảo" })).toMatchObject({
    status: 409,
    body: { formErrors: ["changed_meanwhile"], values: { long: "tham khảo" } },
  });
});

test("one that is removed can be put back", async () => {
  expect(await send({ intent: "remove", short: "mk" })).toMatchObject({ to: `${PATH}?removed=mk&done=saved` });
  const { removed, rows } = await page("?removed=mk&q=mk");
  expect(rows).toEqual([]);
  expect(removed).toEqual({ short: "mk", long: "mật khẩu", kind: "office" });
  expect((await send({ intent: "add", ...removed })).status).toBe(302);
  expect((await page("?removed=mk")).removed).toBeNull();
  expect((await send({ intent: "remove", short: "khongco" })).status).toBe(404);
});

test.each([
  [{ short: "hai từ" }, { formErrors: ["short_malformed"] }],
  [{ short: "a-b" }, { formErrors: ["short_malformed"] }],
  [{ short: "x".repeat(21) }, { errors: { short: ["too_long"] } }],
  [{ long: "" }, { errors: { long: ["required"] } }],
  [{ kind: "other" }, { errors: { kind: ["not_offered"] } }],
])("%j is asked for again", async (wrong, body) => {
  const answer = await send({ intent: "add", short: "abc", long: "an bình", kind: "office", ...wrong });
  expect(answer).toMatchObject({ status: 422, body });
});

test("for everybody else it is not there", async () => {
  for (const by of ["lan", "minh", "thu", "son"] as const) {
    expect((await get(loader, by, PATH)).status).toBe(404);
    expect((await post(action, by, PATH, { intent: "remove", short: "vb" })).status).toBe(404);
  }
  expect((await page("?q=vb")).rows).toHaveLength(1);
});
