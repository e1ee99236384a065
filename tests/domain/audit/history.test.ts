import { afterAll, beforeAll, expect, test } from "vitest";
import { shownIn } from "#app/components/audit/fact-words.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import { exportHistory } from "#app/domain/audit/export.server.ts";
import { listHistory } from "#app/domain/audit/history.server.ts";
import { type HistoryWish, readCursor, writeCursor } from "#app/domain/audit/wish.ts";
import { updateOwnProfile } from "#app/domain/directory/people.server.ts";
import { createAdmin } from "#app/domain/identity/first-admin.server.ts";
import { chooseSessionPreset } from "#app/domain/identity/session-settings.server.ts";
import { chooseMatrix, readMatrix } from "#app/domain/tickets/clocks/matrix.server.ts";
import { matrixText } from "#app/domain/tickets/priority.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";
import { AUDIT_KINDS } from "#app/lib/audit-kinds.ts";
import { castOf, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const NOON = "2026-11-23T12:00+07:00";
const ANYTHING: HistoryWish = { q: "", who: "", kind: null, object: null, from: null, to: null, cursor: null };
const SHOWN = [...shownIn(vi), ...shownIn(en)];
const found = (wish: Partial<HistoryWish>, limit?: number) =>
  as("admin", NOON, (ctx) => listHistory(ctx, { ...ANYTHING, ...wish }, SHOWN, limit));
const actions = async (wish: Partial<HistoryWish>) => (await found(wish)).entries.map(({ action }) => action);

beforeAll(async () => {
  await seedCast(world.db);
  await world.owner.sql`select setval(pg_get_serial_sequence('people', 'id'), 100)`;
  const on = (day: string) => `2026-11-${day}T09:00+07:00`;
  await as("admin", on("02"), (ctx) => chooseSessionPreset(ctx, "counter"));
  await as("admin", on("03"), async (ctx) => {
    const matrix = await readMatrix(ctx);
    await chooseMatrix(ctx, {
      seen: matrixText(matrix),
      matrix: { ...matrix, one_person: { ...matrix.one_person, later: "p1" } },
    });
  });
  await as("lan", on("04"), (ctx) => updateOwnProfile(ctx, { fullName: "Nguyễn Thị Lan Anh", lang: "vi" }));
  await asSystem((ctx) =>
    createAdmin(
      { ...ctx, now: new Date(on("05")) },
      { email: "hai@tram.example", fullName: "Đỗ Hải", password: "mot cau that la dai", another: true },
    ),
  );
});
afterAll(() => world.close());

test("settings, one's own name and the first admin leave what they were before", async () => {
  const { entries } = await found({});
  expect(entries.map(({ action, objectName, before, after }) => ({ action, objectName, before, after }))).toEqual([
    { action: "grant.added", objectName: "Đỗ Hải", before: null, after: { role: "admin", from: "2026-11-05" } },
    {
      action: "person.created",
      objectName: "Đỗ Hải",
      before: null,
      after: { fullName: "Đỗ Hải", email: "hai@tram.example" },
    },
    {
      action: "person.changed",
      objectName: "Nguyễn Thị Lan Anh",
      before: { fullName: "Nguyễn Thị Lan", lang: "vi" },
      after: { fullName: "Nguyễn Thị Lan Anh", lang: "vi" },
    },
    {
      action: "setting.changed",
      objectName: "priority_matrix",
      before: { "one_person.later": "p4" },
      after: { "one_person.later": "p1" },
    },
    {
      action: "setting.changed",
      objectName: "session_preset",
      before: { value: "level3" },
      after: { value: "counter" },
    },
  ]);
  expect(entries.map(({ actorName }) => actorName)).toEqual([null, null, "Nguyễn Thị Lan Anh", "Quản Trị", "Quản Trị"]);
});

test("what is saved as it was leaves no entry", async () => {
  const before = (await found({})).entries.length;
  await as("admin", NOON, (ctx) => chooseSessionPreset(ctx, "counter"));
  await as("admin", NOON, async (ctx) => {
    const matrix = await readMatrix(ctx);
    await chooseMatrix(ctx, { seen: matrixText(matrix), matrix });
  });
  await as("lan", NOON, (ctx) => updateOwnProfile(ctx, { fullName: "Nguyễn Thị Lan Anh", lang: "vi" }));
  expect((await found({})).entries.length).toBe(before);
});

test.each([
  [{ q: "lan anh" }, ["person.changed"]],
  [{ q: "LÁN" }, ["person.changed"]],
  [{ q: "do hai giao" }, ["grant.added"]],
  [{ q: "giao vai trò" }, ["grant.added"]],
  [{ q: "hai@tram" }, ["person.created"]],
  [{ q: "thời gian đăng nhập" }, ["setting.changed"]],
  [{ q: "đổi mức ưu tiên" }, ["setting.changed"]],
  [{ q: "priority matrix" }, ["setting.changed"]],
  [{ q: "một người rất cao" }, ["setting.changed"]],
  [{ q: "ngon ngu" }, ["person.changed"]],
  [{ q: "address hai" }, []],
  [{ q: "mail address hai" }, ["person.created"]],
  [{ q: "counter" }, ["setting.changed"]],
  [{ q: "không có gì" }, []],
  [{ q: "' or 1=1 --" }, []],
  [{ q: "%" }, 5],
  [{ who: "lan" }, ["person.changed"]],
  [{ who: "quan tri" }, ["setting.changed", "setting.changed"]],
  [{ who: "%" }, []],
  [{ kind: "setting" }, 2],
  [{ kind: "person", object: String(idOf("lan")) }, ["person.changed"]],
  [{ kind: "person", object: "101" }, ["grant.added", "person.created"]],
  [{ kind: "grant", object: "101" }, ["grant.added"]],
  [{ from: "2026-11-03", to: "2026-11-04" }, ["person.changed", "setting.changed"]],
  [{ from: "2026-11-06" }, []],
] as [Partial<HistoryWish>, string[] | number][])("%j finds %j", async (wish, wanted) => {
  const got = await actions(wish);
  if (typeof wanted === "number") expect(got).toHaveLength(wanted);
  else expect(got).toEqual(wanted);
});

test("a phone is found as it is shown", async () => {
  await as("admin", "2026-11-01T09:00+07:00", (ctx) =>
    recordAudit(ctx, {
      action: "person.changed",
      object: { id: idOf("hoa"), name: "Hoa" },
      after: { phone: "+84912345678" },
    }),
  );
  for (const q of ["0912 345 678", "0912345678", "+84 912 345 678"]) expect(await actions({ q }), q).toHaveLength(1);
});

test("pages go on where the last one ended, whatever comes in meanwhile", async () => {
  const whole = (await found({})).entries.map(({ id }) => id);
  const first = await found({}, 2);
  const cursor = readCursor(writeCursor(first.next ?? { at: "", id: 0 }));
  const second = await found({ cursor }, 2);
  const third = await found({ cursor: second.next }, 2);
  expect([first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(whole);
  expect(third.next).toBeNull();
  expect(readCursor("2026-13-99T00:00:00Z_1")).toBeNull();
  expect(readCursor("x'; drop table people")).toBeNull();
});

test("nobody but an admin reads a line of it, and the database says so too", async () => {
  for (const by of ["lan", "chau", "minh", "thu", "son"] as const) {
    const asked = as(by, NOON, (ctx) => listHistory(ctx, ANYTHING, SHOWN));
    await expect(asked).rejects.toMatchObject({ refusal: "not_found" });
    const rows = await as(by, NOON, (ctx) => ctx.db.execute("select from audit_entries"));
    expect(rows).toHaveLength(0);
  }
});

test("it is only ever added to: not even the owner of the tables changes or removes an entry", async () => {
  const { sql } = world.owner;
  await expect(sql`update audit_entries set actor_id = null`).rejects.toThrow("append-only");
  await expect(sql`delete from audit_entries`).rejects.toThrow("append-only");
  await expect(sql`truncate audit_entries`).rejects.toThrow("append-only");
  await expect(world.sql`update audit_entries set action = 'x'`).rejects.toMatchObject({ code: "42501" });
  const forged = { action: "site.changed", object: { id: 2, name: "Tân Bình" } } as const;
  const asSomebodyElse = as("lan", NOON, (ctx) =>
    recordAudit({ ...ctx, actor: { ...ctx.actor, personId: idOf("admin") } }, forged),
  );
  await expect(asSomebodyElse).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("what is taken out of the building is an entry of its own", async () => {
  const taken = await as("admin", NOON, (ctx) => exportHistory(ctx, { ...ANYTHING, q: "lan" }, SHOWN));
  expect(taken).toHaveLength(1);
  expect((await found({})).entries[0]).toMatchObject({ action: "request.exported", after: { entries: 1 } });
});

test("every kind of thing that is audited can be asked for", () => {
  expect(Object.keys(vi.audit.kinds)).toEqual([...AUDIT_KINDS]);
});
