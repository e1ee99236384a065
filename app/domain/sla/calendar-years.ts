import { Temporal } from "temporal-polyfill";
import { addDays } from "#app/lib/time.ts";
import { type Calendar, type Interval, WEEKDAYS } from "./calendar.ts";
import type { SpecialDay } from "./hours.ts";

const WARNED_FROM_MONTH = 12;

/** This year without any day off, and from 1 December on the next. */
export function missingYears(days: readonly SpecialDay[], today: string): number[] {
  const { year, month } = Temporal.PlainDate.from(today);
  const written = new Set(days.filter(({ intervals }) => !intervals).map(({ date }) => Number(date.slice(0, 4))));
  return [year, ...(month >= WARNED_FROM_MONTH ? [year + 1] : [])].filter((one) => !written.has(one));
}

/** A date as it is counted, and why: by its weekday, or because it is named. */
export type CountedDay = {
  readonly date: string;
  readonly intervals: readonly Interval[];
  readonly name: string | null;
  /** By the city's calendar, where the own one is not in force. */
  readonly byCity: boolean;
};

function countedOn(calendar: Calendar, date: string): Omit<CountedDay, "byCity"> {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1];
  const name = calendar.names?.[date] ?? null;
  const opened = calendar.opened[date];
  if (opened) return { date, name, intervals: opened };
  if (calendar.closed.includes(date)) return { date, name, intervals: [] };
  return { date, name: null, intervals: weekday ? calendar.weekly[weekday] : [] };
}

export type InForce = { readonly counted: Calendar; readonly from: string; readonly until: string | null };

const WEEK_DAYS = 7;
const SHOWN_DAYS = 28;

/** The four weeks from today, in whole weeks from Monday on, each date by the calendar that is in force. */
export function weeksAhead(own: InForce, city: Calendar, today: string): CountedDay[][] {
  const monday = addDays(today, 1 - Temporal.PlainDate.from(today).dayOfWeek);
  const weeks = Math.ceil((Temporal.PlainDate.from(monday).until(today).days + SHOWN_DAYS) / WEEK_DAYS);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK_DAYS }, (_, day): CountedDay => {
      const date = addDays(monday, week * WEEK_DAYS + day);
      const byCity = date < own.from || (own.until !== null && date > own.until);
      return { ...countedOn(byCity ? city : own.counted, date), byCity };
    }),
  );
}

/** Saturdays that are counted although the Friday before or the Monday after is off: somebody should have decided that. */
export function workedBesideDaysOff(calendar: Calendar, today: string, most = 12): string[] {
  const beside = calendar.closed.flatMap((date) => {
    const { dayOfWeek } = Temporal.PlainDate.from(date);
    return dayOfWeek === 5 ? [addDays(date, 1)] : dayOfWeek === 1 ? [addDays(date, -2)] : [];
  });
  const worked = [...new Set(beside)].filter((date) => {
    return date >= today && !calendar.opened[date] && countedOn(calendar, date).intervals.length > 0;
  });
  return worked.sort().slice(0, most);
}
