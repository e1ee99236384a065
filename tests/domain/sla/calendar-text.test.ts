import { expect, test } from "vitest";
import { differencesBetween } from "#app/domain/sla/calendar-difference.ts";
import { readDays, readHours, type TypedHours, typedOf } from "#app/domain/sla/calendar-text.ts";
import { readIntervals } from "#app/domain/sla/interval-text.ts";

const OFFICE = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
];

test.each([
  ["07:30-11:30, 13:00-17:00", OFFICE],
  ["7h30 - 11h30; 13h-17h", OFFICE],
  ["7:30–11:30 và 13:00–17:00", OFFICE],
  ["từ 7g30 đến 11g30, từ 13g đến 17g", OFFICE],
  ["13:00-17:00 7.30-11.30", OFFICE],
  ["7h30–11h30\n13h–17h", OFFICE],
  ["from 7:30 to 11:30 and 13:00 to 17:00", OFFICE],
  ["", []],
  ["Nghỉ", []],
  ["đóng cửa", []],
  ["22:00-24:00", [["22:00", "24:00"]]],
  ["0-6", [["00:00", "06:00"]]],
  ["24/24", [["00:00", "24:00"]]],
  ["Cả ngày", [["00:00", "24:00"]]],
  [
    "07:30-11:30, 11:30-12:00",
    [
      ["07:30", "11:30"],
      ["11:30", "12:00"],
    ],
  ],
])("hours typed as %j are understood", (typed, intervals) => {
  expect(readIntervals(typed)).toEqual({ ok: true, intervals });
});

test.each([
  ["sáng", "interval_malformed", "sáng"],
  ["07:30", "interval_malformed", "07:30"],
  ["07:30-11:30-13:00", "interval_malformed", "07:30-11:30-13:00"],
  ["7:3-11", "interval_malformed", "7:3-11"],
  ["07:30-25:00", "time_impossible", "07:30-25:00"],
  ["07:60-11:00", "time_impossible", "07:60-11:00"],
  ["22:00-24:30", "time_impossible", "22:00-24:30"],
  ["24:00-24:00", "time_impossible", "24:00-24:00"],
  ["17:00-13:00", "interval_reversed", "17:00-13:00"],
  ["22:00-06:00", "interval_reversed", "22:00-06:00"],
  ["07:30-07:30", "interval_reversed", "07:30-07:30"],
  ["07:30-11:30, 11:00-13:00", "intervals_overlap", "07:30-11:30, 11:00-13:00"],
  ["13:00-17:00, 07:30-14:00", "intervals_overlap", "07:30-14:00, 13:00-17:00"],
  ["1-2 ".repeat(13), "too_many_intervals", "12"],
])("hours typed as %j are refused", (typed, fault, text) => {
  expect(readIntervals(typed)).toEqual({ ok: false, fault, text });
});

test("a day without hours is a day off, one with hours is worked", () => {
  const { days, problems } = readDays(
    "17/02/2026 Tết Bính Ngọ\n\n- 10/01/2026: Làm bù cho 2/1, 7h30-11h30; 13h-17h\n2026-4-27 Nghỉ bù Giỗ Tổ (26/4 là Chủ nhật)",
  );
  expect(problems).toEqual([]);
  expect(days).toEqual([
    { date: "2026-01-10", name: "Làm bù cho 2/1", intervals: OFFICE },
    { date: "2026-02-17", name: "Tết Bính Ngọ" },
    { date: "2026-04-27", name: "Nghỉ bù Giỗ Tổ (26/4 là Chủ nhật)" },
  ]);
});

test("a block of days is one line to type", () => {
  const { days } = readDays("30/12/2026 - 01/01/2027 Nghỉ Tết Dương lịch");
  expect(days.map(({ date }) => date)).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"]);
});

test.each([
  ["Tết Bính Ngọ", "date_malformed"],
  ["17/02 Tết Bính Ngọ", "date_malformed"],
  ["17/02/26 Tết Bính Ngọ", "date_malformed"],
  ["29/02/2026 Không có ngày này", "date_impossible"],
  ["31/04/2026 Không có ngày này", "date_impossible"],
  ["17/13/2026 Không có tháng này", "date_impossible"],
  ["17/02/1926 Xưa quá", "date_impossible"],
  ["17/02/2026", "name_missing"],
  ["17/02/2026 07:30-11:30", "name_missing"],
  [`17/02/2026 ${"Tết ".repeat(40)}`, "name_too_long"],
  ["10/01/2026 Làm bù", "hours_missing"],
  ["10/01/2026 Làm bù 11:30-07:30", "interval_reversed"],
  ["10/01/2026 Làm bù 07:30-11:30, 11:00-17:00", "intervals_overlap"],
  ["20/02/2026 - 16/02/2026 Tết", "range_reversed"],
  ["01/01/2026 - 31/12/2026 Nghỉ", "range_too_long"],
])("the line %j is refused", (typed, fault) => {
  expect(readDays(`01/01/2025 Tết Dương lịch\n${typed}`).problems).toMatchObject([{ field: "days", line: 2, fault }]);
});

test("a date that is there twice names both lines", () => {
  const { problems } = readDays("16/02/2026 - 20/02/2026 Tết\n\n17/2/2026 Mùng một");
  expect(problems).toEqual([{ field: "days", fault: "date_twice", text: "17/02/2026", line: 3, other: 1 }]);
});

const TYPED: TypedHours = {
  timeZone: "Asia/Ho_Chi_Minh",
  followsCity: false,
  weekly: {
    mon: "07:30-11:30, 13:00-17:00",
    tue: "07:30-11:30, 13:00-17:00",
    wed: "07:30-11:30, 13:00-17:00",
    thu: "07:30-11:30, 13:00-17:00",
    fri: "07:30-11:30, 13:00-17:00",
    sat: "",
    sun: "",
  },
  days: "17/02/2026 Tết Bính Ngọ\n\n24/11/2027 Ngày Văn hóa Việt Nam",
};

test("what is stored reads back as it was typed", () => {
  const read = readHours(TYPED);
  expect(read.ok && typedOf(read.hours)).toEqual(TYPED);
});

test("everything at fault is named at once, with its field", () => {
  const read = readHours({
    ...TYPED,
    timeZone: "Asia/Saigon_City",
    weekly: { ...TYPED.weekly, tue: "17:00-13:00", sat: "sáng" },
    days: "30/02/2026 Tết",
  });
  expect(read).toMatchObject({
    ok: false,
    problems: [
      { field: "timeZone", fault: "zone_unknown", text: "Asia/Saigon_City" },
      { field: "tue", fault: "interval_reversed" },
      { field: "sat", fault: "interval_malformed", text: "sáng" },
      { field: "days", fault: "date_impossible", line: 1 },
    ],
  });
});

test.each(["", "+07:00", "Hà Nội", "UTC+7", "../etc"])("%j is no time zone", (timeZone) => {
  expect(readHours({ ...TYPED, timeZone })).toMatchObject({ problems: [{ fault: "zone_unknown" }] });
});

test("a calendar that is never open is refused, for nothing would ever be due", () => {
  const weekly = { mon: "", tue: "", wed: "", thu: "", fri: "", sat: "", sun: "nghỉ" };
  expect(readHours({ ...TYPED, weekly })).toMatchObject({ problems: [{ fault: "never_open" }] });
});

test("a difference tells weekdays and days, and nothing that stayed", () => {
  const before = readHours(TYPED);
  const after = readHours({
    ...TYPED,
    weekly: { ...TYPED.weekly, sat: "7h30-11h30" },
    days: "17/02/2026 Mùng một Tết\n28/02/2026 Làm bù 07:30-11:30",
  });
  if (!before.ok || !after.ok) throw new Error("both are well typed");
  expect(differencesBetween(before.hours, after.hours)).toEqual([
    { what: "weekday", weekday: "sat", before: "", after: "07:30-11:30" },
    {
      what: "day",
      before: { date: "2026-02-17", name: "Tết Bính Ngọ" },
      after: { date: "2026-02-17", name: "Mùng một Tết" },
    },
    { what: "day", before: null, after: { date: "2026-02-28", name: "Làm bù", intervals: [["07:30", "11:30"]] } },
    { what: "day", before: { date: "2027-11-24", name: "Ngày Văn hóa Việt Nam" }, after: null },
  ]);
});
