import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CalendarPageFacts } from "#app/components/calendars/calendar-view.tsx";
import type { Plan } from "#app/components/calendars/import-plan.tsx";
import { loader } from "#app/routes/admin.calendars.calendar.tsx";
import { action as importAction } from "#app/routes/admin.calendars.import.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const CITY = "1";
const path = (id: string) => `/admin/calendars/${id}`;
const page = async (id: string) => (await get(loader, "admin", path(id), { id })).body as CalendarPageFacts; // safe: the loader's own shape

const importing = async (fields: Fields, id = CITY) => {
  const answer = await post(importAction, "admin", `${path(id)}/import`, fields, { id });
  return { ...answer, body: answer.body as { fault?: string; problems?: object[]; plan?: Plan; stale?: boolean } };
};
const file = (text: string, name = "2028.json") => new File([text], name);

test("a year is imported from a file after a look at it; Saturdays in a block are off but for those chosen", async () => {
  const text = JSON.stringify({
    closed: { "2028-01-26": { name: "Tết Mậu Thân", weekday: "Thứ Tư", status: "decided" } },
    opened: {},
    saturdayInBlock: ["2028-01-22", "2028-01-29"],
  });
  const looked = await importing({ intent: "preview", file: file(text) });
  expect(looked.status).toBe(200);
  const plan = looked.body.plan;
  expect(plan?.preview.differences.map((one) => one.what === "day" && one.after?.date)).toEqual([
    "2028-01-22",
    "2028-01-26",
    "2028-01-29",
  ]);
  const fields = { name: plan?.name ?? "", content: plan?.content ?? "", version: plan?.version ?? 0 };
  const chosen = await importing({ ...fields, intent: "preview", works: ["2028-01-22"] });
  const previewed = chosen.body.plan?.preview.print ?? "";
  const other = await importing({ ...fields, intent: "save", previewed, why: "2028", works: [] });
  expect(other).toMatchObject({ status: 422, body: { stale: true } });
  const saved = await importing({ ...fields, intent: "save", previewed, why: "Lịch 2028", works: ["2028-01-22"] });
  expect(saved).toMatchObject({ status: 302, to: `${path(CITY)}?done=saved` });
  const { typed } = await page(CITY);
  expect(typed.days).toContain("26/01/2028 Tết Mậu Thân\n29/01/2028 Tết Mậu Thân");
  expect(typed.days).not.toContain("22/01/2028");
  const [entry] = await world.owner.sql`select action, after from audit_entries order by id desc limit 1`;
  expect(entry).toMatchObject({ action: "calendar.imported", after: { why: "Lịch 2028" } });
});

test("the file we ship changes nothing but the Saturdays that nobody had decided", async () => {
  const shipped = file(readFileSync("drizzle/seed/data/calendar-vn.json", "utf8"), "calendar-vn.json");
  const { body } = await importing({ intent: "preview", file: shipped });
  const changed = body.plan?.preview.differences.flatMap((one) => (one.what === "day" ? [one.after?.date ?? ""] : []));
  expect(changed).toHaveLength(16);
  expect(changed?.every((date) => new Date(date).getUTCDay() === 6)).toBe(true);
});

test("a whole year drops what the file does not have", async () => {
  const days = file("2028-01-26;Tết Mậu Thân\n2028-05-01;Quốc tế Lao động", "2028.csv");
  const { body } = await importing({ intent: "preview", file: days, wholeYears: "on" });
  expect(body.plan?.preview.differences).toMatchObject([
    { before: { date: "2028-01-29" }, after: null },
    { before: null, after: { date: "2028-05-01" } },
  ]);
});

test.each([
  ["nothing chosen", null, { fault: "file_missing" }],
  ["too large", "x".repeat(65 * 1024), { fault: "file_too_large" }],
  ["empty", "", { fault: "file_missing" }],
  ["not text", "a\0b\0c\0d\0e\0f\0", { fault: "file_utf16" }],
  ["a date that does not exist", "2028-02-30,Tết", { problems: [{ line: 1, fault: "date_impossible" }] }],
  ["broken JSON", '{\n"closed": {', { problems: [{ fault: "not_json" }] }],
])("a file that cannot be read is refused: %s", async (_, text, body) => {
  const fields: Fields = text === null ? { intent: "preview" } : { intent: "preview", file: file(text, "a.csv") };
  expect(await importing(fields)).toMatchObject({ status: 422, body });
});
