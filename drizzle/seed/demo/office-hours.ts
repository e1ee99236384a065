import { addDays, dateIn, startOfDate } from "#app/lib/time.ts";
import { readData } from "#drizzle/seed/tables.ts";

type Calendar = { closed: Record<string, unknown>; opened: Record<string, unknown> };
const { closed, opened }: Calendar = JSON.parse(readData("calendar-vn.json"));

export const MINUTE = 60_000;
/** Minutes after midnight in which a ward's office works. */
const WINDOWS = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60, 17 * 60],
] as const;

const memo = <T>(make: (date: string) => T) => {
  const known = new Map<string, T>();
  return (date: string): T => {
    const had = known.get(date);
    if (had !== undefined) return had;
    const made = make(date);
    known.set(date, made);
    return made;
  };
};

/** The instant at which a date begins in the city, in milliseconds. */
export const midnight = memo((date: string) => startOfDate(date).getTime());
/** 1 is Monday, 7 is Sunday. */
export const weekday = memo((date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
export const nextDate = memo((date: string) => addDays(date, 1));
export const isWorkday = (date: string) => date in opened || (weekday(date) < 6 && !(date in closed));

let today = { date: "", from: 0, to: 0 };
/** The date in the city; remembers the last one, because simulated time goes in small steps. */
export function dateOf(at: number): string {
  if (at < today.from || at >= today.to) {
    const date = dateIn(new Date(at));
    today = { date, from: midnight(date), to: midnight(nextDate(date)) };
  }
  return today.date;
}

export function isOpen(at: number): boolean {
  const date = dateOf(at);
  const minute = (at - midnight(date)) / MINUTE;
  return isWorkday(date) && WINDOWS.some(([from, to]) => minute >= from && minute < to);
}

/** Too late or too early, or a day, for anybody to be near a desk. */
export function isDeserted(at: number): boolean {
  const date = dateOf(at);
  const minute = (at - midnight(date)) / MINUTE;
  const latest = isWorkday(date) ? 18.5 * 60 : weekday(date) === 6 ? 12 * 60 : 0;
  return minute < 6.5 * 60 || minute > latest;
}

/** The last instant, not after this one, at which an office worked. */
export function lastOpen(at: number): number {
  for (let date = dateOf(at); ; date = addDays(date, -1)) {
    const began = WINDOWS.findLast(([from]) => midnight(date) + from * MINUTE <= at);
    if (began && isWorkday(date)) return Math.min(at, midnight(date) + began[1] * MINUTE);
  }
}

/** This date, or the last workday before it. */
export function workdayUntil(date: string): string {
  let day = date;
  while (!isWorkday(day)) day = addDays(day, -1);
  return day;
}

/** The instant after so many minutes of office time. */
export function afterOfficeMinutes(at: number, minutes: number): number {
  let left = minutes * MINUTE;
  for (let date = dateOf(at); ; date = nextDate(date)) {
    if (!isWorkday(date)) continue;
    for (const [from, to] of WINDOWS) {
      const start = Math.max(at, midnight(date) + from * MINUTE);
      const room = midnight(date) + to * MINUTE - start;
      if (room <= 0) continue;
      if (left < room) return start + left;
      left -= room;
    }
  }
}
