import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { daysAfterImport, readCalendarFile } from "#app/domain/sla/calendar-file.ts";
import { readDays, typedOf } from "#app/domain/sla/calendar-text.ts";
import type { CalendarHours } from "#app/domain/sla/hours.ts";

const SHIPPED = readFileSync("drizzle/seed/data/calendar-vn.json", "utf8");
const OFFICE: [string, string][] = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
];
const CITY: CalendarHours = {
  timeZone: "Asia/Ho_Chi_Minh",
  followsCity: false,
  weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] },
  days: [
    { date: "2025-01-01", name: "Tết Dương lịch" },
    { date: "2026-01-01", name: "Năm mới" },
    { date: "2026-12-31", name: "Nghỉ riêng của thành phố" },
  ],
};
const fileOf = (text: string) => {
  const read = readCalendarFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.file;
};
const problemsOf = (text: string) => {
  const read = readCalendarFile(text);
  return read.ok ? [] : read.problems;
};

test("the calendar we ship is read whole, with what is decided and what is computed", () => {
  const { days, saturdays } = fileOf(SHIPPED);
  expect(days).toHaveLength(41);
  expect(saturdays).toHaveLength(16);
  expect(days.find(({ date }) => date === "2026-01-10")).toEqual({
    date: "2026-01-10",
    name: "Làm bù cho 2/1/2026",
    status: "decided",
    intervals: OFFICE,
  });
  expect(days.find(({ date }) => date === "2027-05-03")?.status).toMatch(/^computed/);
});

test("what is imported can be edited line by line afterwards", () => {
  const days = daysAfterImport(CITY, fileOf(SHIPPED), { wholeYears: true, workedSaturdays: [] });
  expect(readDays(typedOf({ ...CITY, days }).days)).toEqual({ days, problems: [] });
});

test.each([
  ['2026-12-31,Nghỉ thêm,closed\n2026-12-26,Làm bù,open,"07:30-11:30, 13:00-17:00"', "commas"],
  [
    "Ngày;Tên;Trạng thái;Giờ\r\n31/12/2026;Nghỉ thêm;nghỉ;\r\n26/12/2026;Làm bù;làm bù;7h30-11h30; 13h-17h",
    "Excel here",
  ],
  ["date,name,open|closed,intervals\n2026-12-31,Nghỉ thêm\n2026-12-26,Làm bù,,07:30-11:30,13:00-17:00", "a heading"],
  ["\ufeffsep=;\nNgày;Tên\n2026-12-31\tNghỉ thêm\tclosed\n26/12/2026\tLàm bù\topen\t7h30-11h30 13h-17h", "tabs"],
])("lines are read: %#", (text) => {
  expect(fileOf(text).days).toEqual([
    { date: "2026-12-26", name: "Làm bù", status: null, intervals: OFFICE },
    { date: "2026-12-31", name: "Nghỉ thêm", status: null },
  ]);
});

test.each([
  ["2026-02-30,Tết,closed", 1, "date_impossible"],
  ["date,name\n2026-02-17,Tết\n17/02/2026,Tết nữa", 3, "date_twice"],
  ["2026-02-17,,closed", 1, "name_missing"],
  ["2026-02-17,Tết,maybe", 1, "state_unknown"],
  ["2026-02-17,Tết,closed,07:30-11:30", 1, "hours_of_a_day_off"],
  ["2026-02-28,Bù,open", 1, "hours_missing"],
  ["2026-02-28,Bù,open,11:30-07:30", 1, "interval_reversed"],
  ['2026-02-28,Bù,open,"07:30-11:30, 11:00-12:00"', 1, "intervals_overlap"],
  ["2026-02-17,Làm bù,closed", 1, "name_unreadable"],
  ["2026-02-17,Tết 07:30-11:30,closed", 1, "name_unreadable"],
  ["date,name", null, "no_days"],
  ["", null, "no_days"],
  ["{", 1, "not_json"],
  ["[1, 2]", null, "not_a_calendar"],
  ['{"closed": []}', null, "not_a_calendar"],
  ['{\n "closed": {\n  "2026-02-17": {"name": "Tết", "weekday": "Thứ Hai"}\n}}', 3, "weekday_wrong"],
  ['{"closed": {"2026-02-17": {"name": "Tết", "weekday": "Thứ Chín"}}}', 1, "weekday_unknown"],
  ['{"closed": {\n"2026-02-17": {"name": "Tết"},\n"2026-02-17": {"name": "Tết"}}}', 3, "date_twice"],
  [
    '{"closed": {"2026-02-17": {"name": "Tết"}},\n"opened": {"2026-02-17": {"name": "Bù", "intervals": []}}}',
    2,
    "date_twice",
  ],
  ['{"opened": {"2026-02-28": {"name": "Bù", "intervals": [["25:00","26:00"]]}}}', 1, "time_impossible"],
  ['{"opened": {"2026-02-28": {"name": "Bù"}}}', 1, "hours_missing"],
  ['{"closed": {"2026-02-17": null}}', 1, "name_missing"],
  ['{"closed": {}, "saturdayInBlock": ["2026-02-30"]}', 1, "date_impossible"],
])("%j is refused at its line", (text, line, fault) => {
  expect(problemsOf(text)).toMatchObject([{ line, fault }]);
});

test("a file adds and mends days; others of the year go only if it has the whole year", () => {
  const file = fileOf("2026-01-01,Tết Dương lịch\n2026-01-02,Hoán đổi");
  const dates = (wholeYears: boolean) =>
    daysAfterImport(CITY, file, { wholeYears, workedSaturdays: [] }).map(({ date, name }) => `${date} ${name}`);
  expect(dates(false)).toEqual([
    "2025-01-01 Tết Dương lịch",
    "2026-01-01 Tết Dương lịch",
    "2026-01-02 Hoán đổi",
    "2026-12-31 Nghỉ riêng của thành phố",
  ]);
  expect(dates(true)).toEqual(["2025-01-01 Tết Dương lịch", "2026-01-01 Tết Dương lịch", "2026-01-02 Hoán đổi"]);
});

test("Saturdays in a block of days off are off unless somebody decides otherwise", () => {
  const days = daysAfterImport(CITY, fileOf(SHIPPED), { wholeYears: false, workedSaturdays: ["2026-02-14"] });
  const on = (date: string) => days.find((day) => day.date === date)?.name;
  expect(on("2026-02-21")).toBe("Tết Bính Ngọ");
  expect(on("2026-02-14")).toBeUndefined();
  expect(on("2027-02-06")).toBe("Tết Đinh Mùi");
});
