import { Temporal } from "temporal-polyfill";
import { fold } from "#app/lib/fold.ts";
import { WEEKDAYS, type Weekday } from "./calendar.ts";
import type { CalendarHours, SpecialDay } from "./hours.ts";
import { type IntervalFault, intervalsText, readIntervals } from "./interval-text.ts";

/** As an admin types it: a line of hours a weekday, a line a day off or day worked. */
export type TypedHours = {
  readonly timeZone: string;
  readonly followsCity: boolean;
  readonly weekly: Readonly<Record<Weekday, string>>;
  readonly days: string;
};

type DayFault =
  | IntervalFault
  | "date_malformed"
  | "date_impossible"
  | "date_twice"
  | "name_missing"
  | "name_too_long"
  | "hours_missing"
  | "range_reversed"
  | "range_too_long"
  | "too_many_days";
type HoursFault = DayFault | "zone_unknown" | "never_open";
/** `text` is what is at fault; `line` counts the lines of the days from 1, `other` is the line that said it first. */
export type HoursProblem = {
  readonly field: Weekday | "timeZone" | "days";
  readonly fault: HoursFault;
  readonly text: string;
  readonly line?: number;
  readonly other?: number;
};

export type ReadHours = { ok: true; hours: CalendarHours } | { ok: false; problems: HoursProblem[] };

const MAX_DAYS = 1_000;
const MAX_RANGE_DAYS = 60;
const MAX_NAME = 120;

export function readHours(typed: TypedHours): ReadHours {
  const problems: HoursProblem[] = [];
  const weekly = Object.fromEntries(
    WEEKDAYS.map((weekday) => {
      const read = readIntervals(typed.weekly[weekday]);
      if (!read.ok) problems.push({ field: weekday, fault: read.fault, text: read.text });
      return [weekday, read.ok ? read.intervals : []];
    }),
  ) as Record<Weekday, SpecialDay["intervals"] & object>; // safe because every weekday is there
  const timeZone = typed.timeZone.trim();
  if (!isTimeZone(timeZone)) problems.unshift({ field: "timeZone", fault: "zone_unknown", text: timeZone });
  const { days, problems: atFault } = readDays(typed.days);
  problems.push(...atFault);
  if (problems.length > 0) return { ok: false, problems };
  if (WEEKDAYS.every((weekday) => weekly[weekday].length === 0)) {
    return { ok: false, problems: [{ field: "mon", fault: "never_open", text: "" }] };
  }
  return { ok: true, hours: { timeZone, followsCity: typed.followsCity, weekly, days } };
}

/** A zone by its name; an offset alone does not know of summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const DATE = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}`;
const LINE = new RegExp(
  String.raw`^[-*•]?\s*(${DATE})(?:\s*(?:[-–—]|đến)\s*(${DATE}))?(?=[\s,;:]|$)[\s,;:]*(.*)$`,
  "u",
);
const HOURS = /(?<![\d/])\d{1,2}[:hg]\d{0,2}\s*(?:[-–—~]|đến|tới|to)\s*\d{1,2}/iu;
const WORKED = /^(lam (bu|viec)|di lam|mo cua|work|open)/;

/** One day a line: "17/02/2026 Tết Bính Ngọ" is a day off, with hours at its end a day worked. */
export function readDays(text: string): { days: SpecialDay[]; problems: HoursProblem[] } {
  const problems: HoursProblem[] = [];
  const found = new Map<string, { day: SpecialDay; line: number }>();
  for (const [at, typed] of text.split("\n").entries()) {
    const written = typed.normalize("NFC").replace(/\s+/g, " ").trim();
    if (written === "") continue;
    const line = at + 1;
    const read = readDay(written);
    if (!read.ok) problems.push({ field: "days", line, fault: read.fault, text: read.text });
    else {
      for (const day of read.days) {
        const first = found.get(day.date);
        if (first) {
          const other = first.line;
          problems.push({ field: "days", line, other, fault: "date_twice", text: dateText(day.date) });
        } else found.set(day.date, { day, line });
      }
    }
  }
  if (found.size > MAX_DAYS) problems.push({ field: "days", fault: "too_many_days", text: String(MAX_DAYS) });
  const days = [...found.values()].map(({ day }) => day).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { days, problems };
}

type ReadDay = { ok: true; days: SpecialDay[] } | { ok: false; fault: DayFault; text: string };
const refuse = (fault: DayFault, text: string) => ({ ok: false, fault, text }) as const;

function readDay(written: string): ReadDay {
  const match = LINE.exec(written);
  if (!match) return refuse("date_malformed", written.slice(0, 40));
  const [, first = "", last = first, rest = ""] = match;
  const [from, until] = [readDate(first), readDate(last)];
  if (from === null || until === null) return refuse("date_impossible", from === null ? first : last);
  const about = nameAndHours(rest);
  if (!about.ok) return about;
  const count = Temporal.PlainDate.from(from).until(until).days;
  if (count < 0) return refuse("range_reversed", `${first} - ${last}`);
  if (count >= MAX_RANGE_DAYS) return refuse("range_too_long", `${first} - ${last}`);
  const dates = Array.from({ length: count + 1 }, (_, days) => Temporal.PlainDate.from(from).add({ days }).toString());
  return { ok: true, days: dates.map((date) => ({ date, ...about.day })) };
}

type About = Omit<SpecialDay, "date">;

function nameAndHours(rest: string): { ok: true; day: About } | { ok: false; fault: DayFault; text: string } {
  const at = HOURS.exec(rest)?.index ?? rest.length;
  const name = rest.slice(0, at).replace(/[\s,;:(–—-]+$/u, "");
  if (name === "") return refuse("name_missing", rest);
  if (name.length > MAX_NAME) return refuse("name_too_long", name.slice(0, 40));
  if (at === rest.length) return WORKED.test(fold(name)) ? refuse("hours_missing", name) : { ok: true, day: { name } };
  const read = readIntervals(rest.slice(at).replace(/\)$/, ""));
  return read.ok ? { ok: true, day: { name, intervals: read.intervals } } : read;
}

/** Whether a name reads back as itself: not as hours, and a day off not as a day worked. */
export const isDayName = (name: string, worked: boolean): boolean =>
  name !== "" && name.length <= MAX_NAME && !HOURS.test(name) && (worked || !WORKED.test(fold(name)));

/** "17/2/2026" or "2026-02-17" as "2026-02-17"; null where there is no such date. */
export function readDate(text: string): string | null {
  const parts = text.trim().split(/[/.-]/).map(Number);
  const [year = 0, month = 0, day = 0] = /^\d{4}/.test(text.trim()) ? parts : parts.reverse();
  if (parts.length !== 3 || year < 2000 || year > 2099) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** "2026-02-17" as it is typed here. */
export const dateText = (date: string): string => date.split("-").reverse().join("/");

export const dayLine = ({ date, name, intervals }: SpecialDay): string =>
  `${dateText(date)} ${name}${intervals ? ` ${intervalsText(intervals)}` : ""}`;

/** An empty line between the years. */
const daysText = (days: readonly SpecialDay[]): string =>
  days
    .map((day, at) => `${at > 0 && days[at - 1]?.date.slice(0, 4) !== day.date.slice(0, 4) ? "\n" : ""}${dayLine(day)}`)
    .join("\n");

export const typedOf = ({ timeZone, followsCity, weekly, days }: CalendarHours): TypedHours => ({
  timeZone,
  followsCity,
  weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, intervalsText(weekly[weekday])])) as Record<
    Weekday,
    string
  >, // safe because every weekday is there
  days: daysText(days),
});
