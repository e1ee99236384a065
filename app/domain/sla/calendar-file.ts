import { readCsvDays } from "./calendar-file-csv.ts";
import { readJsonDays } from "./calendar-file-json.ts";
import { MAX_FILE_DAYS } from "./calendar-file-limits.ts";
import { byDate, type CalendarFile, type FileDay, type FileProblem } from "./calendar-file-reading.ts";
import type { CalendarHours, SpecialDay } from "./hours.ts";

export type ReadFile = { ok: true; file: CalendarFile } | { ok: false; problems: FileProblem[] };

const MAX_PROBLEMS = 20;

/** JSON in the shape of the calendars we ship, or lines of "date,name,open or closed,hours". */
export function readCalendarFile(text: string): ReadFile {
  const body = text.replace(/^\ufeff/, "");
  const { file, problems } = /^\s*[[{]/.test(body) ? readJsonDays(body) : readCsvDays(body);
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  const none = file.days.length + file.saturdays.length === 0;
  if (none) return { ok: false, problems: [{ line: null, fault: "no_days", text: "" }] };
  if (file.days.length > MAX_FILE_DAYS)
    return { ok: false, problems: [{ line: null, fault: "too_many_days", text: String(MAX_FILE_DAYS) }] };
  return { ok: true, file };
}

export type ImportChoice = {
  /** Days of the file's years that are not in the file go. */
  readonly wholeYears: boolean;
  /** Saturdays beside days off that are worked all the same; the others are days off. */
  readonly workedSaturdays: readonly string[];
};

/** The days a calendar would have after an import. */
export function daysAfterImport(hours: CalendarHours, file: CalendarFile, choice: ImportChoice): SpecialDay[] {
  const named = new Map(file.days.map(({ status: _, ...day }) => [day.date, day]));
  const saturdays = file.saturdays
    .filter((date) => !choice.workedSaturdays.includes(date))
    .map((date): SpecialDay => ({ date, name: nameBeside(date, file.days) }));
  const years = new Set([...file.days.map(({ date }) => date), ...file.saturdays].map((date) => date.slice(0, 4)));
  const kept = hours.days.filter(({ date }) => {
    if (named.has(date) || file.saturdays.includes(date)) return false;
    return !(choice.wholeYears && years.has(date.slice(0, 4)));
  });
  return [...kept, ...named.values(), ...saturdays].sort(byDate);
}

const NEAR_DAYS = 4;

/** A Saturday in a block of days off is called as its nearest day off. */
function nameBeside(saturday: string, days: readonly FileDay[]): string {
  const away = (date: string) => Math.abs(Date.parse(date) - Date.parse(saturday)) / 86_400_000;
  const near = days
    .filter(({ date, intervals }) => !intervals && away(date) <= NEAR_DAYS)
    .sort((a, b) => away(a.date) - away(b.date));
  return near[0]?.name ?? saturday;
}
