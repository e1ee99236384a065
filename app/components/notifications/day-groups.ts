import { formatDate } from "#app/lib/format.ts";
import type { ShownNotification } from "./notification.ts";

const DAY_MS = 86_400_000;
const ZONE_MS = 7 * 3_600_000;

export type Day = { date: string; at: Date; rows: ShownNotification[] };

/** By the day in the city, newest first; within a day what is unread stands on top. */
export function groupByDay(rows: readonly ShownNotification[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const date = formatDate(row.at);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, at: row.at, rows: [row] });
  }
  return days.map((day) => ({ ...day, rows: day.rows.toSorted((a, b) => Number(b.unread) - Number(a.unread)) }));
}

type DayWords = { today: string; yesterday: string; weekdays: readonly string[] };

/** "Today", "Yesterday", then "Tuesday, 24/11/2026". */
export function dayName(at: Date, now: Date, words: DayWords): string {
  const date = formatDate(at);
  if (date === formatDate(now)) return words.today;
  if (date === formatDate(new Date(now.getTime() - DAY_MS))) return words.yesterday;
  return `${words.weekdays[new Date(at.getTime() + ZONE_MS).getUTCDay()]}, ${date}`;
}
