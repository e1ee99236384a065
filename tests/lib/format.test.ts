import { describe, expect, test } from "vitest";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";
import {
  avatarLetter,
  formatAgo,
  formatDate,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatTime,
} from "#app/lib/format.ts";
import { compareNames } from "#app/lib/names.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";

const at = (local: string) => new Date(`${local}:00+07:00`);

test("dates name their parts, in the time of Ho Chi Minh City", () => {
  expect(formatDateTime(at("2026-03-02T09:05"))).toBe("02/03/2026 09:05");
  expect(formatDate(new Date("2026-11-23T17:30:00Z"))).toBe("24/11/2026");
  expect(formatTime(new Date("2026-11-23T17:00:00Z"))).toBe("00:00");
});

describe("how long ago", () => {
  const now = at("2026-11-24T09:30");
  test.each([
    ["2026-11-24T09:30", "vừa xong"],
    ["2026-11-24T09:22", "8 phút"],
    ["2026-11-24T08:31", "59 phút"],
    ["2026-11-24T08:30", "08:30"],
    ["2026-11-24T00:00", "00:00"],
    ["2026-11-24T16:00", "16:00"],
    ["2026-11-23T16:40", "hôm qua 16:40"],
    ["2026-11-25T08:15", "ngày mai 08:15"],
    ["2026-11-22T16:40", "22/11/2026 16:40"],
    ["2025-11-24T09:30", "24/11/2025 09:30"],
  ])("%s is %s", (moment, said) => {
    expect(formatAgo(at(moment), now, vi.common.time)).toBe(said);
  });
  test("minutes before midnight stay minutes after it", () => {
    expect(formatAgo(at("2026-11-23T23:50"), at("2026-11-24T00:10"), vi.common.time)).toBe("20 phút");
  });
  test("in English", () => {
    expect(formatAgo(at("2026-11-23T16:40"), now, en.common.time)).toBe("yesterday 16:40");
  });
});

test.each([
  [0, "0 giây"],
  [45, "45 giây"],
  [60, "1 phút"],
  [3599, "59 phút"],
  [3600, "1 giờ"],
  [12_000, "3 giờ 20 phút"],
  [86_400, "1 ngày"],
  [187_200, "2 ngày 4 giờ"],
  [-5, "0 giây"],
])("%i seconds last %s", (seconds, said) => {
  expect(formatDuration(seconds, vi.common.duration)).toBe(said);
});

test("numbers follow the language", () => {
  expect(formatNumber(1234.5)).toBe("1.234,5");
  expect(formatNumber(1_234_567.89)).toBe("1.234.567,89");
  expect(formatNumber(1234.5, "en")).toBe("1,234.5");
});

test.each([
  ["24/11/2026 08:05", "2026-11-24T08:05"],
  ["4/1/2026 8:05", "2026-01-04T08:05"],
  ["4-1-2026", "2026-01-04T00:00"],
  ["24/11/2026, 8h05", "2026-11-24T08:05"],
  ["2026-11-24T08:05", "2026-11-24T08:05"],
  ["  24/11/2026  08:05 ", "2026-11-24T08:05"],
])("reads %s", (typed, meant) => {
  expect(parseDateTime(typed)).toEqual(at(meant));
});

test.each(["11/24/2026 08:05", "31/2/2026", "24/11/26", "24/11/2026 24:00", "24/11/2026 8:60", "hôm qua", ""])(
  "does not guess at %s",
  (typed) => {
    expect(parseDateTime(typed)).toBeNull();
  },
);

test.each([
  ["Nguyễn Thị Phượng", "P"],
  ["Đỗ Ánh", "Á"],
  ["Trần Minh  đức", "Đ"],
  ["Nguyễn Văn Ấn".normalize("NFD"), "Ấ"],
  ["Lan", "L"],
  ["  ", ""],
])("the letter of %s is %s", (name, letter) => {
  expect(avatarLetter(name)).toBe(letter);
});

test("names sort by given name, then family name", () => {
  const names = ["Nguyễn Văn Đức", "Trần Thị An", "Lê Thị Ánh", "Đặng Văn An", "Bùi Thị Dung", "Nguyễn Thị Yến"];
  expect(names.sort(compareNames)).toEqual([
    "Đặng Văn An",
    "Trần Thị An",
    "Lê Thị Ánh",
    "Bùi Thị Dung",
    "Nguyễn Văn Đức",
    "Nguyễn Thị Yến",
  ]);
});
