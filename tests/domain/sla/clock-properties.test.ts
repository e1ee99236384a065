import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { WEEKDAYS } from "#app/domain/sla/calendar.ts";
import { dueAt, elapsedSeconds } from "#app/domain/sla/clock.ts";
import { dueIn, elapsedIn, isServiceTime, workingDaysAfter } from "#app/domain/sla/timetable.ts";
import {
  calendar,
  countedByHand,
  endedHolds,
  holds,
  instant,
  timetable,
  workedCalendar,
  ZONES,
} from "#tests/domain/sla/arbitraries.ts";

const inOrder = (...instants: Date[]) => instants.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date];
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);
const earliest = (...instants: Date[]) => new Date(Math.min(...instants.map(Number)));
const latest = (...instants: Date[]) => new Date(Math.max(...instants.map(Number)));
const seconds = fc.integer({ min: 1, max: 200 * 3_600 });
const DAY_MS = 86_400_000;

test("a span is the sum of its parts", () => {
  fc.assert(
    fc.property(calendar, instant, instant, instant, holds, (own, a, b, c, held) => {
      const [from, middle, to] = inOrder(a, b, c);
      const parts = elapsedSeconds(own, from, middle, held) + elapsedSeconds(own, middle, to, held);
      expect(elapsedSeconds(own, from, to, held)).toBeCloseTo(parts, 6);
    }),
  );
});

test("service time is never negative, never more than wall time, and nothing where the end comes first", () => {
  fc.assert(
    fc.property(calendar, instant, instant, holds, (own, a, b, held) => {
      const [from, to] = inOrder(a, b);
      const counted = elapsedSeconds(own, from, to, held);
      expect(counted).toBeGreaterThanOrEqual(0);
      expect(counted).toBeLessThanOrEqual((to.getTime() - from.getTime()) / 1_000);
      expect(elapsedSeconds(own, later(to, 1), from, held)).toBe(0);
    }),
  );
});

test("another hold never adds time, and the order of holds does not matter", () => {
  fc.assert(
    fc.property(calendar, instant, instant, holds, holds, (own, a, b, held, more) => {
      const [from, to] = inOrder(a, b);
      const counted = elapsedSeconds(own, from, to, held);
      expect(elapsedSeconds(own, from, to, [...held, ...more])).toBeLessThanOrEqual(counted);
      expect(elapsedSeconds(own, from, to, held.toReversed())).toBe(counted);
      expect(dueAt(own, from, 3_600, held.toReversed())).toEqual(dueAt(own, from, 3_600, held));
    }),
  );
});

test("what is held and what is not add up to the whole", () => {
  fc.assert(
    fc.property(calendar, instant, instant, instant, instant, (own, a, b, c, d) => {
      const [from, to] = inOrder(a, b);
      const [start, end] = inOrder(c, d);
      const [heldFrom, heldTo] = [latest(start, from), earliest(end, to)];
      const held = elapsedSeconds(own, heldFrom, heldTo, []);
      const rest = elapsedSeconds(own, from, to, [{ from: start, to: end }]);
      expect(held + rest).toBeCloseTo(elapsedSeconds(own, from, to, []), 6);
    }),
  );
});

test("when a target is due exactly that much has passed, and a millisecond before it had not", () => {
  fc.assert(
    fc.property(workedCalendar, instant, seconds, endedHolds, (own, from, target, held) => {
      const due = dueAt(own, from, target, held);
      if (due === null) return;
      expect(elapsedSeconds(own, from, due, held)).toBe(target);
      expect(elapsedSeconds(own, from, later(due, -1), held)).toBeLessThan(target);
      expect(dueAt(own, from, 0, held)).toEqual(from);
    }),
  );
});

test("a target is due within 400 days or never", () => {
  fc.assert(
    fc.property(calendar, instant, seconds, holds, (own, from, target, held) => {
      const due = dueAt(own, from, target, held);
      if (due) expect(due.getTime() - from.getTime()).toBeLessThanOrEqual(400 * DAY_MS);
      else expect(elapsedSeconds(own, from, later(from, 400 * DAY_MS), held)).toBeLessThan(target);
    }),
  );
});

const step = fc.integer({ min: 0, max: 400 * 288 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 300_000));
const TURNS: Record<(typeof ZONES)[number], string[]> = {
  "Asia/Ho_Chi_Minh": ["2026-03-29T01:00Z"],
  "Europe/Berlin": ["2026-03-29T01:00Z", "2026-10-25T01:00Z"],
  "America/New_York": ["2026-03-08T07:00Z", "2026-11-01T06:00Z"],
  "Australia/Lord_Howe": ["2026-04-04T15:00Z", "2026-10-03T15:30Z"],
  "Asia/Kathmandu": ["2026-01-01T00:00Z"],
  "Africa/Casablanca": ["2026-02-15T02:00Z", "2026-03-22T02:00Z"],
  "Pacific/Apia": ["2011-12-30T10:00Z"],
};

test.each(ZONES)("%s counts as a clock on the wall would, around the days its clocks are turned", (timeZone) => {
  const near = fc.constantFrom(...TURNS[timeZone].map((iso) => Date.parse(iso)));
  const start = fc.oneof(
    step,
    fc.tuple(near, fc.integer({ min: -288, max: 288 })).map(([turn, n]) => new Date(turn + n * 300_000)),
  );
  fc.assert(
    fc.property(calendar, start, fc.integer({ min: 1, max: 288 }), (any, from, steps) => {
      const own = { ...any, timeZone };
      const to = later(from, steps * 300_000);
      const counted = elapsedSeconds(own, from, to, []);
      expect(counted).toBe(countedByHand(own, from, to));
      if (counted === 0) return;
      const due = dueAt(own, from, counted, []);
      expect(due && due <= to).toBe(true);
      expect(elapsedSeconds(own, from, due as Date, [])).toBe(counted);
    }),
  );
});

test("who moves keeps what the old place counted: each part by its own calendar, and together the whole", () => {
  fc.assert(
    fc.property(timetable, instant, instant, holds, (parts, a, b, held) => {
      const [from, to] = inOrder(a, b);
      const byPart = parts.map(({ from: begins, calendar: own }, at) => {
        const ends = parts[at + 1]?.from ?? to;
        const [start, end] = [latest(begins ?? from, from), earliest(ends, to)];
        return elapsedSeconds(own, start, end, held);
      });
      expect(elapsedIn(parts, from, to, held)).toBeCloseTo(
        byPart.reduce((sum, part) => sum + part, 0),
        6,
      );
    }),
  );
});

test("a target over several calendars is due when exactly that much has passed", () => {
  fc.assert(
    fc.property(timetable, instant, seconds, endedHolds, (parts, from, target, held) => {
      const due = dueIn(parts, from, target, held);
      if (due === null) return;
      expect(elapsedIn(parts, from, due, held)).toBeCloseTo(target, 6);
      expect(elapsedIn(parts, from, later(due, -1), held)).toBeLessThan(target);
      expect(due.getTime() - from.getTime()).toBeLessThanOrEqual(400 * DAY_MS);
    }),
  );
});

test("the same time of day some working days later: as many dates with hours have begun since", () => {
  fc.assert(
    fc.property(workedCalendar, instant, fc.integer({ min: 1, max: 5 }), (own, from, days) => {
      const then = workingDaysAfter([{ from: null, calendar: own }], from, days);
      if (then === null) return;
      const [first, last] = [from, then].map((at) =>
        Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(own.timeZone),
      ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
      const sameTime = first
        .withPlainTime(first.toPlainTime())
        .add({ days: first.until(last, { largestUnit: "days" }).days });
      expect(last.toString()).toBe(sameTime.toString());
      let worked = 0;
      for (let day = first.toPlainDate().add({ days: 1 }); ; day = day.add({ days: 1 })) {
        const intervals = own.opened[day.toString()] ?? own.weekly[WEEKDAYS[day.dayOfWeek - 1] ?? "mon"];
        const closed = own.closed.includes(day.toString()) && !own.opened[day.toString()];
        if (!closed && intervals.length > 0) worked += 1;
        if (day.equals(last.toPlainDate())) break;
      }
      expect(worked).toBe(days);
    }),
  );
});

test("open is where the office has hours at that very moment", () => {
  fc.assert(
    fc.property(calendar, step, fc.integer({ min: 0, max: 299_999 }), (own, from, ms) => {
      const open = countedByHand(own, from, later(from, 300_000)) > 0;
      expect(isServiceTime([{ from: null, calendar: own }], later(from, ms))).toBe(open);
    }),
  );
});
