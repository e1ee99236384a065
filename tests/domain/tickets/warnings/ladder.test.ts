import { describe, expect, test } from "vitest";
import type { Calendar } from "#app/domain/sla/calendar.ts";
import { historyOf } from "#app/domain/sla/replay.ts";
import { DEFAULT_LADDER, ladderFrom, stepAt, type TypedStep } from "#app/domain/tickets/warnings/ladder.ts";

const day = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
] as const;
const calendar: Calendar = {
  timeZone: "Asia/Ho_Chi_Minh",
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closed: ["2026-11-24", "2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"],
  opened: {},
};
const at = (iso: string) => new Date(`${iso}:00+07:00`);
const startedAt = (iso: string, held: [string, string] | null) => {
  const hold = held
    ? [
        { type: "held", at: at(held[0]), reason: "reporter", until: null } as const,
        { type: "went_on", at: at(held[1]) } as const,
      ]
    : [];
  const judgement = { version: 1, policy: null, timetable: [{ from: null, calendar }] };
  const history = historyOf([{ type: "started", at: at(iso) }, { type: "judged", at: at(iso), judgement }, ...hold]);
  if (!history) throw new Error("it has started");
  return history;
};
const HOUR = 3_600;

describe("when a step is told", () => {
  test.each([
    ["within a day", "2026-11-02T08:00", 8 * HOUR, 75, null, "2026-11-02T15:30"],
    ["over lunch", "2026-11-02T10:30", 2 * HOUR, 75, null, "2026-11-02T13:30"],
    ["over night", "2026-11-02T15:00", 4 * HOUR, 75, null, "2026-11-03T08:30"],
    ["over a weekend", "2026-11-06T16:50", 2 * HOUR, 75, null, "2026-11-09T08:50"],
    ["over Culture Day", "2026-11-23T15:00", 4 * HOUR, 100, null, "2026-11-25T09:30"],
    ["over Tết", "2027-02-03T15:30", 8 * HOUR, 75, null, "2027-02-11T13:30"],
    ["after a hold", "2026-11-02T08:00", 4 * HOUR, 75, ["2026-11-02T09:00", "2026-11-03T09:00"], "2026-11-03T11:00"],
    ["long overdue", "2026-11-02T08:00", 4 * HOUR, 200, null, "2026-11-03T08:00"],
    ["at closing time: when the office opens again", "2026-11-02T13:00", 4 * HOUR, 100, null, "2026-11-03T07:30"],
    ["at noon: after lunch", "2026-11-02T07:30", 4 * HOUR, 100, null, "2026-11-02T13:00"],
  ] as const)("%s", (_, from, seconds, percent, held, told) => {
    const history = startedAt(from, held ? [...held] : null);
    expect(stepAt(history, "resolution", seconds, percent)).toEqual(at(told));
  });

  test("a hold stops no first response", () => {
    const history = startedAt("2026-11-02T08:00", ["2026-11-02T08:10", "2026-11-05T08:00"]);
    expect(stepAt(history, "first_response", 2 * HOUR, 75)).toEqual(at("2026-11-02T09:30"));
  });
});

describe("what an admin filled in", () => {
  const minh = { percent: "75", whom: ["assignee"] } as const;
  const empty: TypedStep = { percent: "", whom: [] };

  test("in any order, with a sign or without, empty rows between: steps in order", () => {
    const typed: TypedStep[] = [{ percent: "100 %", whom: ["coordinator", "assignee"] }, empty, minh];
    expect(ladderFrom(typed)).toEqual({
      ok: true,
      ladder: [
        { percent: 75, whom: ["assignee"] },
        { percent: 100, whom: ["assignee", "coordinator"] },
      ],
    });
    expect(ladderFrom(DEFAULT_LADDER.map(({ percent, whom }) => ({ percent: `${percent}`, whom })))).toEqual({
      ok: true,
      ladder: DEFAULT_LADDER,
    });
  });

  test.each([
    [{ percent: "", whom: ["team"] }, "percent_missing"],
    [{ percent: "0", whom: ["team"] }, "percent_unreadable"],
    [{ percent: "501", whom: ["team"] }, "percent_unreadable"],
    [{ percent: "-5", whom: ["team"] }, "percent_unreadable"],
    [{ percent: "12,5", whom: ["team"] }, "percent_unreadable"],
    [{ percent: "1e2", whom: ["team"] }, "percent_unreadable"],
    [{ percent: "075", whom: ["team"] }, "percent_twice"],
    [{ percent: "120", whom: [] }, "nobody"],
  ] as const)("%j is refused: %s", (row, problem) => {
    expect(ladderFrom([minh, row])).toEqual({ ok: false, problems: [{ row: 1, problem }] });
  });
});
