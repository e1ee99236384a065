import { WEEKDAYS, type Weekday } from "./calendar.ts";
import { dayLine } from "./calendar-text.ts";
import { type CalendarHours, type SpecialDay, sameHours } from "./hours.ts";
import { intervalsText } from "./interval-text.ts";

export type HoursDifference =
  | { readonly what: "timeZone"; readonly before: string; readonly after: string }
  | { readonly what: "followsCity"; readonly after: boolean }
  | { readonly what: "weekday"; readonly weekday: Weekday; readonly before: string; readonly after: string }
  | { readonly what: "day"; readonly before: SpecialDay | null; readonly after: SpecialDay | null };

/** What an admin changed, in the order in which it is shown. */
export function differencesBetween(before: CalendarHours, after: CalendarHours): HoursDifference[] {
  const weekdays = WEEKDAYS.filter((weekday) => !sameHours(before.weekly[weekday], after.weekly[weekday]));
  return [
    ...(before.timeZone === after.timeZone
      ? []
      : [{ what: "timeZone", before: before.timeZone, after: after.timeZone } as const]),
    ...(before.followsCity === after.followsCity ? [] : [{ what: "followsCity", after: after.followsCity } as const]),
    ...weekdays.map(
      (weekday) =>
        ({
          what: "weekday",
          weekday,
          before: intervalsText(before.weekly[weekday]),
          after: intervalsText(after.weekly[weekday]),
        }) as const,
    ),
    ...dayDifferences(before.days, after.days),
  ];
}

function dayDifferences(before: readonly SpecialDay[], after: readonly SpecialDay[]): HoursDifference[] {
  const [was, is] = [before, after].map((days) => new Map(days.map((day) => [day.date, day])));
  const dates = [...new Set([...before, ...after].map(({ date }) => date))].sort();
  return dates
    .map((date) => ({ what: "day", before: was?.get(date) ?? null, after: is?.get(date) ?? null }) as const)
    .filter(({ before: one, after: other }) => !one || !other || dayLine(one) !== dayLine(other));
}
