import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { type Calendar, type Interval, WEEKDAYS, type Weekday } from "#app/domain/sla/calendar.ts";
import type { Hold } from "#app/domain/sla/clock.ts";
import type { Timetable } from "#app/domain/sla/timetable.ts";

const MINUTE_MS = 60_000;
const STEP_MINUTES = 5;

/** No summer time, an hour of it, half an hour of it, none of a quarter-hour zone, its sign turned round in Ramadan, a date that never was. */
export const ZONES = [
  "Asia/Ho_Chi_Minh",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Pacific/Apia",
] as const;

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Up to three intervals of one day, on steps of five minutes; some touch, some end at 24:00. */
const hours: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: (24 * 60) / STEP_MINUTES }), { maxLength: 6 })
  .map((steps) => {
    const sorted = steps.toSorted((a, b) => a - b).map((step) => clockTime(step * STEP_MINUTES));
    return sorted.flatMap((to, at): Interval[] => (at % 2 === 1 ? [[sorted[at - 1] as string, to]] : []));
  });

const FIRST_DAY = Date.parse("2026-01-01T00:00Z");
const DAYS = 400;
const dayOf = (day: number) => new Date(FIRST_DAY + day * 1_440 * MINUTE_MS).toISOString().slice(0, 10);
const date = fc.integer({ min: 0, max: DAYS }).map(dayOf);

export const calendar: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(hours, { minLength: 7, maxLength: 7 }),
    closed: fc.uniqueArray(date, { maxLength: 12 }),
    opened: fc.dictionary(date, hours, { maxKeys: 8 }),
  })
  .map(({ week, ...rest }) => ({
    ...rest,
    weekly: Object.fromEntries(WEEKDAYS.map((weekday, at) => [weekday, week[at] ?? []])) as Record<Weekday, Interval[]>,
  }));

/** Somebody works there, so that every target is reached one day. */
export const workedCalendar = calendar.filter(({ weekly }) => WEEKDAYS.some((weekday) => weekly[weekday].length > 0));

/** To the millisecond, as events are. */
export const instant = fc.integer({ min: 0, max: DAYS * 86_400_000 }).map((ms) => new Date(FIRST_DAY + ms));

export const holds: fc.Arbitrary<Hold[]> = fc.array(
  fc
    .tuple(instant, fc.option(fc.integer({ min: -3_600_000, max: 40 * 86_400_000 }), { freq: 8 }))
    .map(([from, ms]) => ({ from, to: ms === null ? null : new Date(from.getTime() + ms) })),
  { maxLength: 5 },
);
export const endedHolds = holds.map((all) => all.filter(({ to }) => to !== null));

export const timetable: fc.Arbitrary<Timetable> = fc
  .tuple(workedCalendar, fc.array(fc.tuple(instant, workedCalendar), { maxLength: 3 }))
  .map(([first, later]) => [
    { from: null, calendar: first },
    ...later
      .toSorted(([a], [b]) => a.getTime() - b.getTime())
      .map(([from, following]) => ({ from, calendar: following })),
  ]);

/** Five minutes at a time through a span: is the office open on that local date at that local time? Knows no arithmetic. */
export function countedByHand({ timeZone, weekly, closed, opened }: Calendar, from: Date, to: Date): number {
  let seconds = 0;
  for (let at = from.getTime(); at < to.getTime(); at += STEP_MINUTES * MINUTE_MS) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
    const day = local.toPlainDate().toString();
    const weekday = WEEKDAYS[local.dayOfWeek - 1] ?? "mon";
    const open = opened[day] ?? (closed.includes(day) ? [] : weekly[weekday]);
    const time = local.toPlainTime().toString().slice(0, 5);
    if (open.some(([start, end]) => start <= time && time < end)) seconds += STEP_MINUTES * 60;
  }
  return seconds;
}
