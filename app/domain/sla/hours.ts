import type { Calendar, Interval, Weekday } from "./calendar.ts";

/** A day off, or with `intervals` a day worked whatever the weekday. */
export type SpecialDay = { readonly date: string; readonly name: string; readonly intervals?: readonly Interval[] };

/** What an admin writes down; what is counted follows from it and, where it follows the city, from the city's days. */
export type CalendarHours = {
  readonly timeZone: string;
  /** The city's days off and days worked count here too, unless a day is written down here again. */
  readonly followsCity: boolean;
  readonly weekly: Readonly<Record<Weekday, readonly Interval[]>>;
  readonly days: readonly SpecialDay[];
};

export function countedFrom(hours: CalendarHours, city: CalendarHours): Calendar {
  const days = new Map(hours.followsCity ? city.days.map((day) => [day.date, day]) : []);
  for (const day of hours.days) days.set(day.date, day);
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    timeZone: hours.timeZone,
    weekly: hours.weekly,
    closed: sorted.flatMap(({ date, intervals }) => (intervals ? [] : [date])),
    opened: Object.fromEntries(sorted.flatMap(({ date, intervals }) => (intervals ? [[date, intervals]] : []))),
    names: Object.fromEntries(sorted.map(({ date, name }) => [date, name])),
  };
}

export const sameHours = (a: readonly Interval[], b: readonly Interval[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
