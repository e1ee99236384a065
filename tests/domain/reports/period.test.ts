import { expect, test } from "vitest";
import { instantsOf, parseDay, periodBefore, presetPeriod, readPeriod } from "#app/domain/reports/period.ts";

const MONDAY_EVENING = new Date("2026-11-23T23:30+07:00");

test.each([
  ["today", "2026-11-23", "2026-11-23"],
  ["week", "2026-11-23", "2026-11-23"],
  ["month", "2026-11-01", "2026-11-23"],
  ["last_month", "2026-10-01", "2026-10-31"],
  ["quarter", "2026-10-01", "2026-11-23"],
] as const)("%s", (preset, from, to) => {
  expect(presetPeriod(preset, MONDAY_EVENING)).toEqual({ from, to });
});

test("the period before has as many days and ends where this one begins", () => {
  expect(periodBefore({ from: "2026-11-23", to: "2026-11-23" })).toEqual({ from: "2026-11-22", to: "2026-11-22" });
  expect(periodBefore({ from: "2026-03-01", to: "2026-03-31" })).toEqual({ from: "2026-01-29", to: "2026-02-28" });
});

test("a period is the instants from its first midnight to the one after its last day, in the city", () => {
  expect(instantsOf({ from: "2026-11-01", to: "2026-11-30" })).toEqual({
    from: new Date("2026-10-31T17:00Z"),
    until: new Date("2026-11-30T17:00Z"),
  });
});

test.each([
  ["1/11/2026", "2026-11-01"],
  [" 01-11-2026 ", "2026-11-01"],
  ["1.11.2026", "2026-11-01"],
  ["01112026", "2026-11-01"],
  ["2026-11-01", "2026-11-01"],
  ["29/2/2028", "2028-02-29"],
])("%s is a day, day first", (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test.each([
  "11/23/2026",
  "29/2/2026",
  "30/02/2026",
  "1/11/26",
  "0000-01-01",
  "1/1/0001",
  "9999-12-31",
  "2026-11-01T00:00",
  "20261101",
  "",
  "hôm qua",
  "'; drop table",
])("%s is no day", (typed) => {
  expect(parseDay(typed)).toBeNull();
});

test("an address without days asks for no period, one with days for theirs", () => {
  expect(readPeriod(null, null)).toBeNull();
  expect(readPeriod("1/11/2026", "2026-11-30")).toEqual({ period: { from: "2026-11-01", to: "2026-11-30" } });
  expect(readPeriod("1/1/2025", "1/1/2026")).toHaveProperty("period", { from: "2025-01-01", to: "2026-01-01" });
});

test.each([
  ["2/11/2026", "1/11/2026", { to: "ends_before_it_begins" }],
  ["30/2/2026", "1/3/2026", { from: "not_a_day" }],
  ["1/11/2026", null, { to: "not_a_day" }],
  ["x", "", { from: "not_a_day", to: "not_a_day" }],
  ["1/1/2025", "1/11/2026", { to: "too_long" }],
])("%s to %s is no period, says why, and keeps what was typed", (from, to, problems) => {
  expect(readPeriod(from, to)).toEqual({ period: null, problems, typed: { from: from ?? "", to: to ?? "" } });
});
