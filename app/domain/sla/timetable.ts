import type { Calendar } from "./calendar.ts";
import { dueAt, elapsedSeconds, type Hold, SEARCHED_DAYS } from "./clock.ts";
import { DAY_MS, serviceTimeOf } from "./service-time.ts";
import { daysLater, stretchAt } from "./zone.ts";

/** Which calendar counts from when on; the first part has no beginning. A ticket that moves keeps what its old ward counted. */
export type Timetable = readonly { readonly from: Date | null; readonly calendar: Calendar }[];

type Part = { from: Date; to: Date; calendar: Calendar };

const FOREVER = new Date(8.64e15);

function* partsBetween(timetable: Timetable, from: Date, to: Date): Generator<Part> {
  for (const [at, { from: begins, calendar }] of timetable.entries()) {
    const ends = timetable[at + 1]?.from ?? FOREVER;
    const start = begins !== null && begins > from ? begins : from;
    const end = ends < to ? ends : to;
    if (start < end) yield { from: start, to: end, calendar };
  }
}

/** Seconds of service time in [from, to), each part by its own calendar. */
export function elapsedIn(timetable: Timetable, from: Date, to: Date, holds: readonly Hold[]): number {
  let seconds = 0;
  for (const part of partsBetween(timetable, from, to)) {
    seconds += elapsedSeconds(part.calendar, part.from, part.to, holds);
  }
  return seconds;
}

/** As dueAt, each part by its own calendar. */
export function dueIn(timetable: Timetable, from: Date, targetSeconds: number, holds: readonly Hold[]): Date | null {
  if (targetSeconds <= 0) return from;
  let left = targetSeconds;
  for (const part of partsBetween(timetable, from, new Date(from.getTime() + SEARCHED_DAYS * DAY_MS))) {
    const due = dueAt(part.calendar, part.from, left, holds);
    if (due !== null && due <= part.to) return due;
    left -= elapsedSeconds(part.calendar, part.from, part.to, holds);
  }
  return null;
}

const calendarAt = (timetable: Timetable, at: Date): Calendar | null => {
  for (const { calendar } of partsBetween(timetable, at, new Date(at.getTime() + 1))) return calendar;
  return null;
};

export function isServiceTime(timetable: Timetable, at: Date): boolean {
  const calendar = calendarAt(timetable, at);
  return calendar !== null && elapsedSeconds(calendar, at, new Date(at.getTime() + 1), []) > 0;
}

/**
 * The same time of day, `days` working days later: Friday 16:50 and three days are Wednesday 16:50. A working day has
 * service hours, however few. null when there are not that many within 400 days.
 */
export function workingDaysAfter(timetable: Timetable, at: Date, days: number): Date | null {
  let left = days;
  const zone = calendarAt(timetable, at)?.timeZone;
  if (zone === undefined) return null;
  for (let day = 1; day <= SEARCHED_DAYS; day++) {
    const then = daysLater(zone, at, day);
    const calendar = calendarAt(timetable, then);
    if (!calendar) return null;
    const local = then.getTime() + stretchAt(calendar.timeZone, then.getTime()).offset;
    if (serviceTimeOf(calendar).hoursOn(Math.floor(local / DAY_MS) * DAY_MS).total > 0) left -= 1;
    if (left <= 0) return then;
  }
  return null;
}
