import { readDate } from "./calendar-text.ts";
import type { SpecialDay } from "./hours.ts";
import type { IntervalFault } from "./interval-text.ts";

/** A day as a file names it: as decided, as foreseen by law, or only proposed. */
export type FileDay = SpecialDay & { readonly status: string | null };
/** What stands in a file: days, and Saturdays beside them that each counter decides for itself. */
export type CalendarFile = { readonly days: readonly FileDay[]; readonly saturdays: readonly string[] };

export type FileFault =
  | IntervalFault
  | "not_json"
  | "not_a_calendar"
  | "date_impossible"
  | "date_twice"
  | "weekday_unknown"
  | "weekday_wrong"
  | "name_missing"
  | "name_unreadable"
  | "state_unknown"
  | "hours_missing"
  | "hours_of_a_day_off"
  | "no_days"
  | "too_many_days";
export type FileRefusal = { readonly fault: FileFault; readonly text: string };
export type FileProblem = FileRefusal & { readonly line: number | null };
/** Collects days line by line, and what is wrong with them. */
export class FileReading {
  readonly problems: FileProblem[] = [];
  readonly #lines = new Map<string, number | null>();
  readonly #days: FileDay[] = [];
  readonly #saturdays: string[] = [];

  /** The date on a line, once; null where there is none, or it has been named before. */
  date(typed: string, line: number | null): string | null {
    const date = readDate(typed);
    if (date === null) this.fault("date_impossible", typed, line);
    else if (this.#lines.has(date)) this.fault("date_twice", typed, line);
    else {
      this.#lines.set(date, line);
      return date;
    }
    return null;
  }

  fault(fault: FileFault, text: string, line: number | null): void {
    this.problems.push({ fault, text: text.slice(0, 60), line });
  }

  day(day: FileDay): void {
    this.#days.push(day);
  }

  saturday(date: string): void {
    this.#saturdays.push(date);
  }

  get file(): CalendarFile {
    return { days: this.#days.sort(byDate), saturdays: this.#saturdays.sort() };
  }
}

export const byDate = (a: SpecialDay, b: SpecialDay) => (a.date < b.date ? -1 : 1);
