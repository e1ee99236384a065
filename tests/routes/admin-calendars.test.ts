import { afterAll, beforeAll, expect, test } from "vitest";
import type { CalendarRow } from "#app/components/calendars/calendar-list.tsx";
import type { CalendarAnswer, CalendarPageFacts } from "#app/components/calendars/calendar-view.tsx";
import type { VersionRow } from "#app/components/calendars/version-list.tsx";
import { action, loader } from "#app/routes/admin.calendars.calendar.tsx";
import { action as importAction } from "#app/routes/admin.calendars.import.tsx";
import { action as addAction, loader as addLoader } from "#app/routes/admin.calendars.new.tsx";
import { loader as listLoader } from "#app/routes/admin.calendars.tsx";
import { loader as versionsLoader } from "#app/routes/admin.calendars.versions.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { castOf, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const { open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const CITY = "1";
const path = (id: string) => `/admin/calendars/${id}`;
const page = async (id: string, query = "") =>
  (await get(loader, "admin", path(id) + query, { id })).body as CalendarPageFacts; // safe: the loader's own shape
const fieldsOf = ({ typed, calendar, city }: CalendarPageFacts): Record<string, string> => ({
  ...typed.weekly,
  timeZone: typed.timeZone,
  days: typed.days,
  version: String(calendar.version),
  seenFrom: calendar.validFrom,
  ...(city ? {} : { validFrom: calendar.validFrom }),
  ...(typed.followsCity ? { followsCity: "on" } : {}),
});
const send = async (id: string, fields: Fields) => {
  const answer = await post(action, "admin", path(id), fields, { id });
  return { ...answer, body: answer.body as CalendarAnswer };
};
/** Looked at, then saved with a reason, as the page asks it. */
async function save(id: string, fields: Record<string, string>, why = "Thông báo của thành phố") {
  const { body } = await send(id, { ...fields, intent: "preview" });
  return send(id, { ...fields, intent: "save", previewed: body.preview?.print ?? "", why });
}
const withLine = (fields: Record<string, string>, line: string) => ({ ...fields, days: `${fields.days}\n${line}` });
const count = async (table: "recomputations" | "calendar_versions") =>
  Number((await world.owner.sql`select count(*) from ${world.owner.sql(table)}`)[0]?.count);

test("a holiday decided late is looked at, given a reason and saved; open tickets are counted anew", async () => {
  const next = new Date(Date.now() + 86_400_000 * 400).getFullYear();
  await open("lan", new Date().toISOString());
  const fields = withLine(fieldsOf(await page(CITY)), `31/12/${next} Nghỉ thêm cuối năm`);
  const looked = await send(CITY, { ...fields, intent: "preview" });
  expect(looked).toMatchObject({
    status: 200,
    body: {
      preview: {
        differences: [{ what: "day", before: null, after: { date: `${next}-12-31`, name: "Nghỉ thêm cuối năm" } }],
        impact: { open: 1 },
      },
    },
  });
  expect(looked.body.preview?.weeks.flat().length).toBeGreaterThanOrEqual(28);
  expect((await page(CITY)).calendar.version).toBe(1);

  const [runs, print] = [await count("recomputations"), looked.body.preview?.print ?? ""];
  const without = await send(CITY, { ...fields, intent: "save", previewed: print });
  expect(without).toMatchObject({ status: 422, body: { reply: { errors: { why: ["required"] } } } });
  const other = await send(CITY, {
    ...withLine(fields, `30/12/${next} Nữa`),
    intent: "save",
    previewed: print,
    why: "x",
  });
  expect(other).toMatchObject({ status: 422, body: { stale: true, preview: { differences: [{}, {}] } } });
  expect(await count("recomputations")).toBe(runs);

  const saved = await send(CITY, { ...fields, intent: "save", previewed: print, why: "Thông báo 26/12" });
  expect(saved).toMatchObject({ status: 302, to: `${path(CITY)}?done=saved` });
  expect((await page(CITY)).calendar).toMatchObject({ version: 2, why: "Thông báo 26/12", madeBy: "Quản Trị" });
  expect(await count("recomputations")).toBe(runs + 1);
});

test("the next four weeks are shown as they would be counted", async () => {
  const city = await page(CITY);
  const soon = city.weeks.flat().find(({ date, intervals }) => date > city.today && intervals.length > 0)?.date ?? "";
  const { body } = await send(CITY, { ...withLine(fieldsOf(city), `${soon} Nghỉ bão`), intent: "preview" });
  expect(body.preview?.weeks.flat().filter(({ changed }) => changed)).toEqual([
    { date: soon, intervals: [], name: "Nghỉ bão", byCity: false, changed: true },
  ]);
});

test.each([
  [{ tue: "17:00-13:00" }, [{ field: "tue", fault: "interval_reversed" }]],
  [{ sat: "7h30-11h30, 11h-12h" }, [{ field: "sat", fault: "intervals_overlap" }]],
  [{ timeZone: "Asia/Saigonn" }, [{ field: "timeZone", fault: "zone_unknown" }]],
  [{ days: "01/01/2027 Tết\n\n30/02/2027 Tết" }, [{ field: "days", line: 3, fault: "date_impossible" }]],
  [{ days: "01/01/2027 Tết\n1/1/2027 Tết" }, [{ field: "days", line: 2, other: 1, fault: "date_twice" }]],
])("%j is refused with the line at fault, and stays as typed", async (wrong, problems) => {
  const answer = await send(CITY, { ...fieldsOf(await page(CITY)), ...wrong, intent: "save", why: "x" });
  expect(answer).toMatchObject({ status: 422, body: { problems, reply: { values: wrong } } });
});

test("what another admin saved meanwhile is shown, and nothing typed is lost", async () => {
  const mine = withLine(fieldsOf(await page(CITY)), "30/12/2027 Của tôi");
  await save(CITY, withLine(fieldsOf(await page(CITY)), "29/12/2027 Của người khác"));
  const answer = await send(CITY, { ...mine, intent: "preview" });
  expect(answer).toMatchObject({
    status: 409,
    body: {
      theirs: [{ what: "day", before: null, after: { date: "2027-12-29" } }],
      reply: { values: { days: mine.days } },
    },
  });
});

test("versions tell who, why and what, and an older one can be put back", async () => {
  const { calendar } = await page(CITY);
  const { rows } = (await get(versionsLoader, "admin", `${path(CITY)}/versions`, { id: CITY })).body as {
    rows: VersionRow[];
  };
  expect(rows[0]).toMatchObject({ version: calendar.version, madeBy: "Quản Trị", why: "Thông báo của thành phố" });
  expect(rows[0]?.differences).toMatchObject([{ what: "day", before: null, after: { date: "2027-12-29" } }]);
  expect(rows.at(-1)).toMatchObject({ version: 1, differences: null });

  const older = await page(CITY, `?version=${calendar.version - 1}`);
  expect(older.putBack).toBe(calendar.version - 1);
  expect((await save(CITY, { ...fieldsOf(older), putBack: String(older.putBack) })).status).toBe(302);
  expect((await page(CITY)).typed.days).not.toContain("29/12/2027");
  const [entry] = await world.owner.sql`select action from audit_entries order by id desc limit 1`;
  expect(entry).toMatchObject({ action: "calendar.put_back" });
  expect((await get(loader, "admin", `${path(CITY)}?version=99`, { id: CITY })).status).toBe(404);
});

let wardCalendar = "";

test("a ward's counter is open on Saturdays from a day on", async () => {
  const start = (await get(addLoader, "admin", "/admin/calendars/new?from=saturday")).body as CalendarPageFacts & {
    choices: { wards: { id: number }[] };
  };
  expect(start.choices.wards.map(({ id }) => id)).toContain(TAN_BINH);
  expect(start.typed.weekly.sat).toBe("07:30-11:30");
  const { typed } = start;
  const fields = { ...typed.weekly, timeZone: typed.timeZone, days: "", followsCity: "on", validFrom: "01/01/2027" };
  const ask = async (more: Fields) => {
    const answer = await post(addAction, "admin", "/admin/calendars/new", {
      ...fields,
      owner: `site:${TAN_BINH}`,
      ...more,
    });
    return { ...answer, body: answer.body as CalendarAnswer };
  };
  expect(await ask({ intent: "preview", owner: "" })).toMatchObject({
    status: 422,
    body: { reply: { errors: { owner: ["required"] } } },
  });
  expect(await ask({ intent: "preview", validUntil: "31/12/2026" })).toMatchObject({
    status: 422,
    body: { reply: { errors: { validUntil: ["ends_before_it_begins"] } } },
  });
  const looked = await ask({ intent: "preview" });
  expect(looked.body.preview?.differences).toEqual([
    { what: "weekday", weekday: "sat", before: "", after: "07:30-11:30" },
  ]);
  // The Saturdays after New Year's Day and inside Tết are nowhere written down as off.
  expect(looked.body.preview?.saturdays).toEqual(expect.arrayContaining(["2027-01-02", "2027-02-06"]));
  const previewed = looked.body.preview?.print ?? "";
  const added = await ask({ intent: "save", previewed, why: "Mở quầy sáng thứ Bảy" });
  expect(added.status).toBe(302);
  wardCalendar = /calendars\/(\d+)/.exec(added.to ?? "")?.[1] ?? "";
  expect((await page(wardCalendar)).calendar).toMatchObject({ name: "Tân Bình", validFrom: "2027-01-01" });
  expect(await ask({ intent: "save", previewed, why: "Lần nữa" })).toMatchObject({
    status: 409,
    body: { reply: { formErrors: ["has_calendar"] } },
  });
});

test("it ends on a date", async () => {
  const fields = { ...fieldsOf(await page(wardCalendar)), validUntil: "30/06/2027" };
  expect((await save(wardCalendar, fields, "Thôi mở thứ Bảy")).status).toBe(302);
  expect((await page(wardCalendar)).calendar).toMatchObject({ validUntil: "2027-06-30", version: 1 });
});

test("the list shows the city first, and finds a ward", async () => {
  const list = async (query = "") =>
    ((await get(listLoader, "admin", `/admin/calendars${query}`)).body as { rows: CalendarRow[] }).rows;
  expect((await list()).map(({ siteId }) => siteId)).toEqual([null, TAN_BINH]);
  expect(await list("?q=tan+binh")).toMatchObject([{ name: "Tân Bình", followsCity: true }]);
});

test("for everybody else there are no calendars", async () => {
  const fields = { ...fieldsOf(await page(CITY)), intent: "preview" };
  for (const by of ["lan", "minh", "thu", "son"] as const) {
    for (const [call, at, params] of [
      [loader, path(CITY), { id: CITY }],
      [listLoader, "/admin/calendars", {}],
      [addLoader, "/admin/calendars/new", {}],
      [versionsLoader, `${path(CITY)}/versions`, { id: CITY }],
    ] as const) {
      expect((await get(call, by, at, params)).status).toBe(404);
    }
    expect((await post(action, by, path(CITY), fields, { id: CITY })).status).toBe(404);
    expect((await post(importAction, by, `${path(CITY)}/import`, { intent: "preview" }, { id: CITY })).status).toBe(
      404,
    );
    expect((await post(addAction, by, "/admin/calendars/new", fields)).status).toBe(404);
  }
  expect((await get(loader, "admin", path("99"), { id: "99" })).status).toBe(404);
});
