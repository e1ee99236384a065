import { Temporal } from "temporal-polyfill";
import { fold } from "#app/lib/fold.ts";
import {
  type CalendarFile,
  type FileDay,
  type FileProblem,
  FileReading,
  type FileRefusal,
} from "./calendar-file-reading.ts";
import { dateText, isDayName } from "./calendar-text.ts";
import { readIntervals } from "./interval-text.ts";

const WEEKDAY_NAMES = [
  ["thu hai", "monday", "mon", "t2"],
  ["thu ba", "tuesday", "tue", "t3"],
  ["thu tu", "wednesday", "wed", "t4"],
  ["thu nam", "thursday", "thu", "t5"],
  ["thu sau", "friday", "fri", "t6"],
  ["thu bay", "saturday", "sat", "t7"],
  ["chu nhat", "sunday", "sun", "cn"],
];

type Entries = Record<string, unknown>;
const isRecord = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value.normalize("NFC").trim() : "");

/** `closed` and `opened` by date, each with its name; a weekday that does not fit its date is a slip of the pen. */
export function readJsonDays(text: string): { file: CalendarFile; problems: FileProblem[] } {
  const reading = new FileReading();
  const lines = linesByKey(text);
  const parsed = parse(text);
  if ("fault" in parsed) reading.fault("not_json", parsed.fault, parsed.line);
  else if (!isRecord(parsed.value) || !(isRecord(parsed.value.closed) || isRecord(parsed.value.opened))) {
    reading.fault("not_a_calendar", "closed, opened", null);
  } else {
    const lineOf = (key: string) => lines.get(key)?.shift() ?? null;
    const { closed, opened, saturdayInBlock } = parsed.value;
    for (const [date, entry] of entriesOf(closed)) addDay(reading, date, entry, lineOf(date), false);
    for (const [date, entry] of entriesOf(opened)) addDay(reading, date, entry, lineOf(date), true);
    for (const date of Array.isArray(saturdayInBlock) ? saturdayInBlock : []) {
      const found = reading.date(textOf(date), lineAt(text, text.indexOf(`"${date}"`)));
      if (found) reading.saturday(found);
    }
    for (const [key, [line]] of lines) if (line !== undefined) reading.fault("date_twice", key, line);
  }
  const { file, problems } = reading;
  return { file, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function addDay(reading: FileReading, typed: string, entry: unknown, line: number | null, opened: boolean): void {
  const date = reading.date(typed, line);
  if (date === null) return;
  const read = dayOf(date, isRecord(entry) ? entry : { name: entry }, opened);
  if ("fault" in read) reading.fault(read.fault, read.text, line);
  else reading.day(read);
}

function dayOf(date: string, facts: Entries, opened: boolean): FileDay | FileRefusal {
  const name = textOf(facts.name).replace(/\s+/g, " ");
  const weekday = textOf(facts.weekday);
  const meant = WEEKDAY_NAMES.findIndex((names) => names.includes(fold(weekday))) + 1;
  if (name === "") return { fault: "name_missing", text: date };
  if (!isDayName(name, opened)) return { fault: "name_unreadable", text: name };
  if (weekday !== "" && meant === 0) return { fault: "weekday_unknown", text: weekday };
  if (weekday !== "" && meant !== Temporal.PlainDate.from(date).dayOfWeek) {
    return { fault: "weekday_wrong", text: `${dateText(date)}: ${weekday}` };
  }
  const day = { date, name, status: textOf(facts.status).slice(0, MAX_STATUS) || null };
  if (!opened) return day;
  const read = hoursOf(facts.intervals);
  if (!read.ok) return read;
  return read.intervals.length === 0 ? { fault: "hours_missing", text: name } : { ...day, intervals: read.intervals };
}

const MAX_STATUS = 120;

/** [["07:30","11:30"]], judged as if it had been typed. */
function hoursOf(value: unknown) {
  const pairs: unknown[] = Array.isArray(value) ? value : [];
  const typed = pairs.map((pair) => (Array.isArray(pair) ? pair.map(String).join("-") : String(pair)));
  return readIntervals(typed.join(", "));
}

const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

/** JSON forgets a key that is there twice, so the keys are looked for in the text. */
function linesByKey(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const { 1: key = "", index } of text.matchAll(/"(\d[\d/.-]{7,9})"\s*:/g)) {
    lines.set(key, [...(lines.get(key) ?? []), lineAt(text, index) ?? 1]);
  }
  return lines;
}

const lineAt = (text: string, index: number): number | null =>
  index < 0 ? null : text.slice(0, index).split("\n").length;

function parse(text: string): { value: unknown } | { fault: string; line: number | null } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as Error; // safe because JSON.parse throws a SyntaxError
    const position = /position (\d+)/.exec(message)?.[1];
    return { fault: "", line: lineAt(text, position === undefined ? -1 : Number(position)) };
  }
}
