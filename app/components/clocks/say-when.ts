import type { Words } from "#app/i18n/vi.ts";
import { formatDate, formatTime } from "#app/lib/format.ts";

const DAY_MS = 86_400_000;
const NAMED_DAYS = 7;

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** The weekday of a date as formatDate writes it. */
export function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  const [day, month, year] = date.split("/").map(Number);
  return WEEKDAYS[new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)).getUTCDay()] ?? "sun";
}

/** "hôm nay", "ngày mai", "thứ Năm 26/11", "26/11/2027". */
export function sayDay(at: Date, now: Date, w: Words): string {
  const date = formatDate(at);
  if (date === formatDate(now)) return w.clocks.today;
  if (date === formatDate(new Date(now.getTime() + DAY_MS))) return w.clocks.tomorrow;
  const near = Math.abs(at.getTime() - now.getTime()) < NAMED_DAYS * DAY_MS;
  return near ? w.clocks.weekday(w.clocks.weekdays[weekdayOf(date)], date.slice(0, 5)) : date;
}

/** "10:30 hôm nay", "10:30 thứ Năm 26/11". */
export const sayWhen = (at: Date, now: Date, w: Words): string => w.clocks.at(formatTime(at), sayDay(at, now, w));
