import fc from "fast-check";
import { expect, test } from "vitest";
import { formatServiceTime, parseServiceTime } from "#app/domain/sla/typed-hours.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";

test.each([
  ["10 phút", 10],
  ["90p", 90],
  ["45 ph", 45],
  ["2 giờ", 120],
  ["2 GIỜ", 120],
  ["2 gio", 120],
  ["1 giờ 30", 90],
  ["1 giờ 30 phút", 90],
  ["1h30", 90],
  ["1g30p", 90],
  ["2 giờ rưỡi", 150],
  ["1,5 giờ", 90],
  ["0.5h", 30],
  ["  8   giờ ", 480],
  ["24 hours", 1_440],
  ["1 hour 5 minutes", 65],
  ["999 giờ", 59_940],
])("%s is %d minutes", (typed, minutes) => {
  expect(parseServiceTime(typed)).toBe(minutes * 60);
});

test.each([
  ...[
    "",
    " ",
    "90",
    "0 phút",
    "0 giờ",
    "-5 phút",
    "1 giờ 75",
    "1000 giờ",
    "99999 phút",
    "1 ngày",
    "2 tuần",
    "1,25 giờ",
  ],
  ...["1,5 giờ 10", "phút", "1e3 phút", "10 phút 2 giờ", "１０ phút 1", "1:30"],
])("%j is no length of service time", (typed) => {
  expect(parseServiceTime(typed)).toBeNull();
});

test("what is shown can be typed again, in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59_940 }), fc.constantFrom(vi, en), (minutes, words) => {
      expect(parseServiceTime(formatServiceTime(minutes * 60, words.common.duration))).toBe(minutes * 60);
    }),
  );
  expect(formatServiceTime(86_400, vi.common.duration)).toBe("24 giờ");
  expect(formatServiceTime(5_400, en.common.duration)).toBe("1 hour 30 min");
});
