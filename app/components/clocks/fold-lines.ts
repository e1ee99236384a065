import type { Line } from "#app/domain/sla/explain.ts";
import { formatDate } from "#app/lib/format.ts";

/** A day with its lines, or one line that takes longer than a day. */
export type Told =
  | { kind: "day"; date: string; lines: Line[]; counted: number; other: number }
  | { kind: "stretch"; line: Line };

/** A night belongs to the day it began on. */
const staysInDay = ({ from, to, reason }: Line) =>
  reason.type === "off_hours" || formatDate(from) === formatDate(new Date(to.getTime() - 1));

export function foldByDay(lines: readonly Line[]): Told[] {
  const told: Told[] = [];
  for (const line of lines) {
    const last = told.at(-1);
    const date = formatDate(line.from);
    const wholeDay = !line.counted && ["weekend", "day_off", "no_hours"].includes(line.reason.type);
    if (wholeDay || !staysInDay(line)) {
      told.push({ kind: "stretch", line });
    } else if (last?.kind === "day" && last.date === date) {
      last.lines.push(line);
      last[line.counted ? "counted" : "other"] += line.seconds;
    } else {
      const own = { counted: line.counted ? line.seconds : 0, other: line.counted ? 0 : line.seconds };
      told.push({ kind: "day", date, lines: [line], ...own });
    }
  }
  return told;
}
