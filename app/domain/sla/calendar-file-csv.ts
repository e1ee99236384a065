import { unguard } from "#app/lib/csv.ts";
import { fold } from "#app/lib/fold.ts";
import {
  type CalendarFile,
  type FileDay,
  type FileProblem,
  FileReading,
  type FileRefusal,
} from "./calendar-file-reading.ts";
import { isDayName, readDate } from "./calendar-text.ts";
import { readIntervals } from "./interval-text.ts";

const CLOSED = new Set(["closed", "off", "nghi", "dong cua"]);
const OPEN = new Set(["open", "opened", "worked", "mo", "mo cua", "lam", "lam bu", "lam viec"]);

/** "date,name,open or closed,hours": with commas, semicolons or tabs between, with or without a heading. */
export function readCsvDays(text: string): { file: CalendarFile; problems: FileProblem[] } {
  const reading = new FileReading();
  const lines = text.normalize("NFC").split(/\r\n|\n|\r/);
  const separator = separatorOf(lines);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "" || /^sep=.$/i.test(line)) continue;
    const cells = cellsOf(line, separator).map((cell) => unguard(cell).replace(/\s+/g, " ").trim());
    if (at < 2 && !/\d/.test(cells[0] ?? "")) continue;
    addLine(reading, cells, at + 1);
  }
  const { file, problems } = reading;
  return { file, problems };
}

function addLine(reading: FileReading, [typed = "", ...cells]: string[], line: number): void {
  const date = reading.date(typed, line);
  if (date === null) return;
  const read = dayOf(date, cells);
  if ("fault" in read) reading.fault(read.fault, read.text, line);
  else reading.day(read);
}

/** Hours may be unquoted, with commas of their own: whatever follows the third cell belongs to them. */
function dayOf(date: string, [name = "", state = "", ...rest]: readonly string[]): FileDay | FileRefusal {
  const hours = rest.filter((cell) => cell !== "").join(", ");
  const said = fold(state);
  const opened = said === "" ? hours !== "" : OPEN.has(said);
  if (said !== "" && !opened && !CLOSED.has(said)) return { fault: "state_unknown", text: state };
  if (name === "") return { fault: "name_missing", text: date };
  if (!isDayName(name, opened)) return { fault: "name_unreadable", text: name };
  if (!opened && hours !== "") return { fault: "hours_of_a_day_off", text: hours };
  const read = readIntervals(hours);
  if (!read.ok) return read;
  if (!opened) return { date, name, status: null };
  if (read.intervals.length === 0) return { fault: "hours_missing", text: name };
  return { date, name, status: null, intervals: read.intervals };
}

/** Whichever stands behind the first date. */
function separatorOf(lines: readonly string[]): string {
  for (const line of lines) {
    const found = [";", "\t", ","].find((one) => readDate((line.split(one)[0] ?? "").replaceAll('"', "")) !== null);
    if (found) return found;
  }
  return ",";
}

/** No cell goes over a line's end here. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [""];
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) cells.push("");
    else cells.push(`${cells.pop() ?? ""}${sign}`);
  }
  return cells;
}
