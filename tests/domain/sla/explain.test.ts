import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Calendar } from "#app/domain/sla/calendar.ts";
import { explain, type Line, sumsBetween } from "#app/domain/sla/explain.ts";
import type { Stop } from "#app/domain/sla/replay.ts";
import { elapsedIn, type Timetable } from "#app/domain/sla/timetable.ts";
import { holds, instant, timetable } from "./arbitraries.ts";

const DAY = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
] as const;
const CITY: Calendar = {
  timeZone: "Asia/Ho_Chi_Minh",
  weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] },
  closed: ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
  opened: { "2026-08-22": DAY },
  names: {
    "2026-08-22": "Làm bù cho 31/8/2026",
    ...Object.fromEntries(["16", "17", "18", "19", "20"].map((day) => [`2026-02-${day}`, "Tết Bính Ngọ"])),
  },
};
const SATURDAYS: Calendar = { ...CITY, weekly: { ...CITY.weekly, sat: [["07:30", "11:30"]] } };
const at = (iso: string) => new Date(`2026-${iso}+07:00`);
const always = (calendar: Calendar): Timetable => [{ from: null, calendar }];

const clock = (seconds: number) =>
  [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map((n) => String(Math.floor(n)).padStart(2, "0")).join(":");
const local = (moment: Date) => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(5, 16);
const say = ({ from, to, seconds, counted, reason, part }: Line) => {
  const why = "name" in reason ? reason.name : "by" in reason ? reason.by : reason.type;
  return `${local(from)} ${local(to)} ${clock(seconds)} ${counted ? "+" : "-"} ${why}${part > 0 ? ` (${part})` : ""}`;
};

type Story = { from: string; to: string; by?: Timetable; stops?: Stop[]; lines: string[] };
const stories: [string, Story][] = [
  [
    "filed on Friday at 16:50, solved on Monday at 7:40: a weekend",
    {
      from: "11-06T16:50:00",
      to: "11-09T07:40:30",
      lines: [
        "11-06T16:50 11-06T17:00 00:10:00 + hours",
        "11-06T17:00 11-07T00:00 07:00:00 - off_hours",
        "11-07T00:00 11-09T00:00 48:00:00 - weekend",
        "11-09T00:00 11-09T07:30 07:30:00 - off_hours",
        "11-09T07:30 11-09T07:40 00:10:30 + hours",
      ],
    },
  ],
  [
    "over lunch and a night",
    {
      from: "11-10T11:00:00",
      to: "11-11T08:00:00",
      lines: [
        "11-10T11:00 11-10T11:30 00:30:00 + hours",
        "11-10T11:30 11-10T13:00 01:30:00 - lunch",
        "11-10T13:00 11-10T17:00 04:00:00 + hours",
        "11-10T17:00 11-11T07:30 14:30:00 - off_hours",
        "11-11T07:30 11-11T08:00 00:30:00 + hours",
      ],
    },
  ],
  [
    "over Tết, which is one span between two weekends",
    {
      from: "02-13T16:00:00",
      to: "02-23T08:00:00",
      lines: [
        "02-13T16:00 02-13T17:00 01:00:00 + hours",
        "02-13T17:00 02-14T00:00 07:00:00 - off_hours",
        "02-14T00:00 02-16T00:00 48:00:00 - weekend",
        "02-16T00:00 02-21T00:00 120:00:00 - Tết Bính Ngọ",
        "02-21T00:00 02-23T00:00 48:00:00 - weekend",
        "02-23T00:00 02-23T07:30 07:30:00 - off_hours",
        "02-23T07:30 02-23T08:00 00:30:00 + hours",
      ],
    },
  ],
  [
    "a Saturday worked for another day has its name",
    {
      from: "08-22T10:00:00",
      to: "08-22T14:00:00",
      lines: [
        "08-22T10:00 08-22T11:30 01:30:00 + Làm bù cho 31/8/2026",
        "08-22T11:30 08-22T13:00 01:30:00 - lunch",
        "08-22T13:00 08-22T14:00 01:00:00 + Làm bù cho 31/8/2026",
      ],
    },
  ],
  [
    "a hold across midnight is one span, and so is what lay solved",
    {
      from: "11-10T15:00:00",
      to: "11-12T09:00:00",
      stops: [
        { from: at("11-10T16:00:00"), to: at("11-11T09:00:00"), reason: "reporter" },
        { from: at("11-11T10:00:00"), to: at("11-12T08:00:00"), reason: "solved" },
      ],
      lines: [
        "11-10T15:00 11-10T16:00 01:00:00 + hours",
        "11-10T16:00 11-11T09:00 17:00:00 - reporter",
        "11-11T09:00 11-11T10:00 01:00:00 + hours",
        "11-11T10:00 11-12T08:00 22:00:00 - solved",
        "11-12T08:00 11-12T09:00 01:00:00 + hours",
      ],
    },
  ],
  [
    "moved on Saturday to a ward that works then",
    {
      from: "11-14T07:00:00",
      to: "11-14T12:00:00",
      by: [
        { from: null, calendar: CITY },
        { from: at("11-14T09:00:00"), calendar: SATURDAYS },
      ],
      lines: [
        "11-14T07:00 11-14T09:00 02:00:00 - weekend",
        "11-14T09:00 11-14T11:30 02:30:00 + hours (1)",
        "11-14T11:30 11-14T12:00 00:30:00 - off_hours (1)",
      ],
    },
  ],
];

describe("why this time", () => {
  test.each(stories)("%s", (_, { from, to, by = always(CITY), stops = [], lines }) => {
    const facts = { timetable: by, stops, startedAt: at(from) };
    expect(explain(facts, at(from), at(to)).map(say)).toEqual(lines);
  });
});

const REASONS = ["reporter", "approval", "vendor", "scheduled", "solved"] as const;
const facts = fc
  .record({
    timetable,
    holds,
    moments: fc.tuple(instant, instant, instant, instant),
    reason: fc.constantFrom(...REASONS),
  })
  .map(({ timetable, holds, moments, reason }) => {
    const [startedAt, from, between, to] = moments.toSorted((a, b) => a.getTime() - b.getTime()) as [
      Date,
      Date,
      Date,
      Date,
    ];
    return {
      told: { timetable, startedAt, stops: holds.map((hold): Stop => ({ ...hold, reason })) },
      from,
      between,
      to,
    };
  });
const sum = (lines: readonly Line[]) => lines.reduce((seconds, line) => seconds + line.seconds, 0);
const countedOf = (lines: readonly Line[]) => sum(lines.filter(({ counted }) => counted));

test("whatever happened, the lines leave no moment out and add up to the clock, to the second", () => {
  fc.assert(
    fc.property(facts, ({ told, to }) => {
      const lines = explain(told, told.startedAt, to);
      expect(countedOf(lines)).toBe(
        Math.floor(Math.round(elapsedIn(told.timetable, told.startedAt, to, told.stops) * 1_000) / 1_000),
      );
      const wall = (to.getTime() - told.startedAt.getTime()) / 1_000;
      expect(Math.abs(sum(lines) - wall)).toBeLessThan(2);
      const moments = lines.flatMap(({ from, to }) => [from.getTime(), to.getTime()]);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      for (const [at, { from }] of lines.entries()) expect(from).toEqual(lines[at - 1]?.to ?? told.startedAt);
      if (lines.length > 0) expect(lines.at(-1)?.to).toEqual(to);
    }),
    { numRuns: 200 },
  );
});

test("told in parts, as a long story is, the parts add up to the whole", () => {
  fc.assert(
    fc.property(facts, ({ told, from, between, to }) => {
      const bounds = [told.startedAt, from, between, to];
      const sums = sumsBetween(told, bounds);
      for (const [at, { counted, other }] of sums.entries()) {
        const lines = explain(told, bounds[at] as Date, bounds[at + 1] as Date);
        expect(countedOf(lines)).toBe(counted);
        expect(sum(lines)).toBe(counted + other);
      }
      expect(sums.reduce((all, { counted }) => all + counted, 0)).toBe(countedOf(explain(told, told.startedAt, to)));
    }),
    { numRuns: 200 },
  );
});
