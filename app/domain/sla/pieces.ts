import { type Calendar, WEEKDAYS } from "./calendar.ts";
import { DAY_MS, serviceTimeOf } from "./service-time.ts";
import type { Timetable } from "./timetable.ts";
import { stretchesOf } from "./zone.ts";

/** Why a time of day counts, or why it does not. */
export type PieceReason =
  | { readonly type: "hours" | "off_hours" | "lunch" | "weekend" | "no_hours" }
  /** A day with hours of its own, and a day off; both by their name. */
  | { readonly type: "special_hours" | "day_off"; readonly name: string };

/** A part of one date. In milliseconds; `part` is the place of its calendar in the timetable. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly reason: PieceReason;
  readonly part: number;
};

/** A span cut into what is open and what is not, date by date, without a gap. */
export function* piecesOf(timetable: Timetable, from: number, to: number): Generator<Piece> {
  for (const [part, { from: begins, calendar }] of timetable.entries()) {
    const start = Math.max(from, begins?.getTime() ?? from);
    const end = Math.min(to, timetable[part + 1]?.from?.getTime() ?? to);
    if (start >= end) continue;
    for (const stretch of stretchesOf(calendar.timeZone, start, end)) {
      for (const piece of localPieces(calendar, stretch.from + stretch.offset, stretch.to + stretch.offset)) {
        yield { ...piece, from: piece.from - stretch.offset, to: piece.to - stretch.offset, part };
      }
    }
  }
}

/** Local time counted as if the calendar's zone were UTC. */
function* localPieces(calendar: Calendar, from: number, to: number): Generator<Omit<Piece, "part">> {
  for (let date = Math.floor(from / DAY_MS) * DAY_MS; date < to; date += DAY_MS) {
    for (const piece of piecesOfDate(calendar, date)) {
      const [start, end] = [Math.max(from, piece.from), Math.min(to, piece.to)];
      if (start < end) yield { ...piece, from: start, to: end };
    }
  }
}

function piecesOfDate(calendar: Calendar, date: number): Omit<Piece, "part">[] {
  const { spans } = serviceTimeOf(calendar).hoursOn(date);
  const name = calendar.names?.[new Date(date).toISOString().slice(0, 10)];
  const closed = (from: number, to: number, reason: PieceReason) => ({ from, to, open: false, reason });
  if (spans.length === 0) return [closed(date, date + DAY_MS, whyClosed(date, name))];
  const reason: PieceReason = name === undefined ? { type: "hours" } : { type: "special_hours", name };
  const pieces: Omit<Piece, "part">[] = [];
  let at = date;
  for (const [from, to] of spans) {
    const first = at === date;
    if (date + from > at) pieces.push(closed(at, date + from, { type: isLunch(at - date, from, first) }));
    pieces.push({ from: date + from, to: date + to, open: true, reason });
    at = date + to;
  }
  if (at < date + DAY_MS) pieces.push(closed(at, date + DAY_MS, { type: "off_hours" }));
  return pieces;
}

const NOON_MS = DAY_MS / 2;
const isLunch = (from: number, to: number, first: boolean) =>
  !first && from <= NOON_MS && to >= NOON_MS ? "lunch" : "off_hours";

function whyClosed(date: number, name: string | undefined): PieceReason {
  if (name !== undefined) return { type: "day_off", name };
  const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7];
  return { type: weekday === "sat" || weekday === "sun" ? "weekend" : "no_hours" };
}
