import { expect, test } from "vitest";
import { afterQuiet, type Hours, isHour, mailDue, USUAL_HOURS } from "#app/domain/notifications/quiet-hours.ts";

const lunch: Hours = { from: "12:00", until: "13:30" };
const at = (iso: string) => new Date(`${iso}+07:00`);

test.each([
  ["in the day", "2026-11-23T10:00", USUAL_HOURS, "2026-11-23T10:00"],
  ["the last minute before", "2026-11-23T19:59", USUAL_HOURS, "2026-11-23T19:59"],
  ["the first minute", "2026-11-23T20:00", USUAL_HOURS, "2026-11-24T07:00"],
  ["before midnight", "2026-11-23T23:59", USUAL_HOURS, "2026-11-24T07:00"],
  ["after midnight", "2026-11-24T00:00", USUAL_HOURS, "2026-11-24T07:00"],
  ["on the last day of a month", "2026-11-30T22:00", USUAL_HOURS, "2026-12-01T07:00"],
  ["the first minute after", "2026-11-24T07:00", USUAL_HOURS, "2026-11-24T07:00"],
  ["within a day", "2026-11-23T12:15", lunch, "2026-11-23T13:30"],
  ["around those within a day", "2026-11-23T11:59", lunch, "2026-11-23T11:59"],
  ["none", "2026-11-23T03:00", null, "2026-11-23T03:00"],
  ["from and until the same hour: none", "2026-11-23T03:00", { from: "03:00", until: "03:00" }, "2026-11-23T03:00"],
] as const)("quiet hours, %s", (_, moment, hours, expected) => {
  expect(afterQuiet(at(moment), hours)).toEqual(at(expected));
});

test("mail gathers for two minutes, waits for the morning, and is sent at once when urgent", () => {
  expect(mailDue(at("2026-11-23T10:00"), false, USUAL_HOURS)).toEqual(at("2026-11-23T10:02"));
  expect(mailDue(at("2026-11-23T19:59"), false, USUAL_HOURS)).toEqual(at("2026-11-24T07:00"));
  expect(mailDue(at("2026-11-23T23:00"), true, USUAL_HOURS)).toEqual(at("2026-11-23T23:00"));
});

test("hours are typed as 00:00 to 23:59", () => {
  expect(["00:00", "07:30", "23:59"].map(isHour)).toEqual([true, true, true]);
  expect(["24:00", "7:00", "07:60", "", "07:00:00"].map(isHour)).toEqual([false, false, false, false, false]);
});
