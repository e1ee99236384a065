import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { normalisePhone, quietName } from "#app/domain/directory/person-details.ts";
import { exportPeople, peopleTemplate } from "#app/domain/policy/people-export.server.ts";
import { readPeopleFilters } from "#app/domain/policy/people-filters.ts";
import { doImport, getImport, keepImport, sweepImports } from "#app/domain/policy/people-import.server.ts";
import { decodeFile, readPeopleText } from "#app/domain/policy/people-import-read.server.ts";
import { csvText, unguard } from "#app/lib/csv.ts";
import { formatPhone } from "#app/lib/format.ts";
import { openOffice } from "#tests/domain/people/office.ts";
import { idOf, TAN_BINH } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const HEAD = "Họ tên;Email;Điện thoại;Đơn vị;Vai trò;Đến ngày\n";
const keep = (content: string) => office.admin((ctx) => keepImport(ctx, { name: "a.csv", content }));
const look = (id: string) => office.admin((ctx) => getImport(ctx, id));
const run = (id: string, hash: string, invite = false) => office.admin((ctx) => doImport(ctx, { id, hash, invite }));
const hashOf = async (id: string) => (await look(id)).plan?.hash ?? "";
const rows = () => office.owner
  .sql`select (select count(*) from people)::int as people, (select count(*) from grants)::int as grants,
  (select count(*) from audit_entries)::int as audit`;

test("looking writes nothing; doing writes what was shown, once, with an entry for each thing changed", async () => {
  const before = await rows();
  const id = await keep(
    `${HEAD}VŨ THỊ MƠ;mo@tram.example;0912 345 678;Phường Tân Bình;Người gửi phiếu;\nTrần Thị Mai;mai@tram.example;;;Người gửi phiếu;31/12/2026\nX;;;;;\n`,
  );
  const { plan } = await look(id);
  expect(plan?.counts).toEqual({ new: 1, changed: 1, unchanged: 0, refused: 1 });
  expect(await rows()).toEqual(before);

  const results = await Promise.all([run(id, plan?.hash ?? "", true), run(id, plan?.hash ?? "", true)]);
  expect(results[0]).toEqual({ counts: plan?.counts, invited: 1 });
  expect(results[1]).toEqual(results[0]);
  const [mo] = await office.owner.sql`select * from people where email = 'mo@tram.example'`;
  expect(mo).toMatchObject({ full_name: "Vũ Thị Mơ", phone: "+84912345678", site_id: TAN_BINH });
  expect(mo?.invited_at).not.toBeNull();
  expect((await office.audited(mo?.id)).map(({ action }) => action)).toEqual([
    "person.created",
    "grant.added",
    "account.invited",
  ]);
  expect((await office.audited(idOf("mai"))).at(-1)).toMatchObject({
    action: "grant.ended",
    before: { until: null },
    after: { until: "2026-12-31" },
  });
  expect((await rows())[0]?.people).toBe((before[0]?.people ?? 0) + 1);
  expect((await look(id)).plan).toBeNull();
});

test("when anything it was checked against has changed, nothing is written and it has to be looked at again", async () => {
  const id = await keep(`${HEAD}Phạm Thị Hoa;hoa@tram.example;0912 000 111;;;\n`);
  const hash = await hashOf(id);
  await office.owner.sql`update people set position = 'Kế toán' where email = 'hoa@tram.example'`;
  await expect(run(id, hash)).rejects.toMatchObject({ refusal: "conflict", reason: "plan_changed" });
  expect((await office.person(idOf("hoa"))).phone).toBeNull();
  await run(id, await hashOf(id));
  expect((await office.person(idOf("hoa"))).phone).toBe("+84912000111");
});

test("an import cannot end the last admin's role, nor make one", async () => {
  const id = await keep(`${HEAD}Quản Trị;admin@tram.example;;;admin;31/12/2026\nSơn;son@tram.example;;;admin;\n`);
  expect((await look(id)).plan?.counts.refused).toBe(2);
});

test("is its own admin's, and gone after a day", async () => {
  const id = await keep(`${HEAD}A;a@tram.example;;;;\n`);
  await expect(office.as("thu", "2026-11-23T12:00+07:00", (ctx) => getImport(ctx, id))).rejects.toMatchObject({
    refusal: "not_found",
  });
  expect(await sweepImports(office.db, new Date("2026-11-24T13:00+07:00"))).toBeGreaterThan(0);
  await expect(look(id)).rejects.toMatchObject({ refusal: "not_found" });
});

test("two thousand lines are a handful of statements", {
  timeout: 60_000,
}, async () => {
  const lines = Array.from(
    { length: 2_000 },
    (_, n) => `Người Thứ ${n};n${n}@bulk.example;09${String(n).padStart(8, "0")};Phường Tân Bình;Người gửi phiếu;`,
  );
  const id = await keep(HEAD + lines.join("\n"));
  const hash = await hashOf(id);
  expect((await run(id, hash, true)).counts.new).toBe(2_000);
  expect((await office.owner.sql`select count(*)::int as n from grants where role = 'reporter'`)[0]?.n).toBeGreaterThan(
    2_000,
  );
  await office.owner
    .sql`delete from grants where person_id in (select id from people where email like '%@bulk.example')`;
  await office.owner
    .sql`delete from deliveries where person_id in (select id from people where email like '%@bulk.example')`;
  await office.owner.sql`delete from people where email like '%@bulk.example'`;
});

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => {
  const kept = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return (
    kept === text &&
    /\p{L}/u.test(text) &&
    !/[\p{Cc}\p{Surrogate}\u2028\u2029\p{Zl}]/u.test(text) &&
    quietName(text) === text
  );
});
const risky = fc.constantFrom("=1+1 A", "+A", "-A", "@A", "'=A", '"A";B', "A;B,C", "＝A", "'A", "==A", "|A");

test("the import of an export changes nothing, whatever people are called", { timeout: 120_000 }, async () => {
  const lang = fc.constantFrom("vi" as const, "en" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(name, risky), { minLength: 3, maxLength: 3 }), lang, async (names, language) => {
      const [lan, minh, head] = names;
      await office.owner
        .sql`update people set full_name = ${lan ?? ""}, position = ${minh ?? ""} where id = ${idOf("lan")}`;
      await office.owner
        .sql`update people set full_name = ${head ?? ""}, lang = 'en', phone = '+842838123456 máy lẻ 12' where id = ${idOf("head")}`;
      const filters = readPeopleFilters(new URLSearchParams("state=all"));
      const text = await office.admin((ctx) => exportPeople(ctx, filters, language));
      const decoded = decodeFile(new TextEncoder().encode(text));
      const { plan } = await look(await keep("text" in decoded ? decoded.text : ""));
      expect(plan?.lines.filter(({ outcome }) => outcome !== "unchanged")).toEqual([]);
      expect(plan?.lines.length).toBeGreaterThan(12);
    }),
    { numRuns: 25 },
  );
});

test("no cell of an export runs as a formula, and every cell comes back as it was", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), risky), (cell) => {
      const [line = ""] = csvText([[cell]])
        .slice(1)
        .split("\r\n");
      expect(line.replace(/^"/, "")).not.toMatch(/^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
      const written = /^"/.test(line) ? cell : line;
      expect(unguard(/^"/.test(line) ? csvGuarded(cell) : written)).toBe(
        cell.includes("\r\n") ? unguard(csvGuarded(cell)) : cell,
      );
    }),
  );
});
const csvGuarded = (cell: string) => {
  const text = csvText([[cell]]).slice(1, -2);
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
};

test("no bytes make reading fail", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: "binary" }), (bytes, text) => {
      decodeFile(bytes);
      readPeopleText(text);
      readPeopleText(`Họ tên;Email\n${text}`);
      normalisePhone(text);
      quietName(text);
    }),
  );
});

test.each(["vi", "en"] as const)("the template in %s is a file that can be read", async (lang) => {
  const read = readPeopleText(peopleTemplate(lang).slice(1));
  expect(read).toMatchObject({ ok: true, ignored: [], lines: [{ line: 2 }] });
});

test.each([
  ["0912.345.678", "+84912345678"],
  ["0912 345 678", "+84912345678"],
  ["+84 912 345 678", "+84912345678"],
  ["+84 0912 345 678", "+84912345678"],
  ["0084912345678", "+84912345678"],
  ["(028) 3812 3456", "+842838123456"],
  ["028 3812 3456 máy lẻ 12", "+842838123456 máy lẻ 12"],
  ["0274-3822-123 ext. 5", "+842743822123 máy lẻ 5"],
  ["1022", "1022"],
  ["+1 202 555 0123", "+12025550123"],
  ["912345678", null],
  ["0912", "0912"],
  ["abc", null],
  ["1022 máy lẻ 5", null],
  ["", null],
])("the number %j is kept as %j, and comes back from how it is shown", (typed, kept) => {
  expect(normalisePhone(typed)).toBe(kept);
  if (kept) expect(normalisePhone(formatPhone(kept))).toBe(kept);
});
