import { expect, test } from "vitest";
import { instantsOf, parsePeriod, presetPeriod } from "#app/domain/reports/period.ts";

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

test("a period is the instants from its first midnight to the one after its last day, in the city", () => {
  expect(instantsOf({ from: "2026-11-01", to: "2026-11-30" })).toEqual({
    from: new Date("2026-10-31T17:00Z"),
    until: new Date("2026-11-30T17:00Z"),
  });
});

test.each([
  [null, null],
  ["2026-11-02", "2026-11-01"],
  ["2026-02-30", "2026-03-01"],
  ["2025-01-01", "2026-11-01"],
  ["'; drop table", "2026-11-01"],
])("%s to %s is no period", (from, to) => {
  expect(parsePeriod(from, to)).toBeNull();
});
