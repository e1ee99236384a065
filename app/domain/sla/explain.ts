import { type PieceReason, piecesOf } from "./pieces.ts";
import type { Stop } from "./replay.ts";
import { elapsedIn, type Timetable } from "./timetable.ts";

type LineReason = PieceReason | { readonly type: "stopped"; readonly by: Stop["reason"] | "granted" };

/** A span that counted or did not, and why. `part`: whose calendar, by its place in the timetable. */
export type Line = {
  readonly from: Date;
  readonly to: Date;
  /** Whole seconds, rounded so that they add up. */
  readonly seconds: number;
  readonly counted: boolean;
  readonly reason: LineReason;
  readonly part: number;
};

export type Explained = {
  readonly timetable: Timetable;
  readonly stops: readonly (Omit<Stop, "reason"> & { readonly reason: Stop["reason"] | "granted" })[];
  readonly startedAt: Date;
};

/**
 * Why a clock stands where it stands: every moment in [from, to), without a gap, with what it counted for. The seconds of
 * the counted lines add up to what elapsedIn says, to the second.
 */
export function explain(facts: Explained, from: Date, to: Date): Line[] {
  const lines: Line[] = [];
  const sum = sumUpTo(facts, from);
  for (const raw of rawLines(facts, from.getTime(), to.getTime())) {
    const seconds = sum(raw.counted, raw.to - raw.from);
    const before = lines.at(-1);
    if (before && goesOn(before, raw)) {
      lines[lines.length - 1] = { ...before, to: new Date(raw.to), seconds: before.seconds + seconds };
    } else {
      lines.push({ ...raw, from: new Date(raw.from), to: new Date(raw.to), seconds });
    }
  }
  return lines;
}

type Raw = Omit<Line, "from" | "to" | "seconds"> & { from: number; to: number };

function* rawLines({ timetable, stops }: Explained, from: number, to: number): Generator<Raw> {
  let at = from;
  const open = function* (until: number): Generator<Raw> {
    for (const piece of piecesOf(timetable, at, until)) yield { ...piece, counted: piece.open };
  };
  const inOrder = [...stops].sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from: stopped, to: ended, reason } of inOrder) {
    const begins = Math.max(at, stopped.getTime());
    const ends = Math.min(to, ended?.getTime() ?? to);
    if (begins >= ends) continue;
    yield* open(begins);
    yield {
      from: begins,
      to: ends,
      counted: false,
      reason: { type: "stopped", by: reason },
      part: partAt(timetable, begins),
    };
    at = ends;
  }
  yield* open(to);
}

const partAt = (timetable: Timetable, at: number) =>
  Math.max(
    0,
    timetable.findLastIndex(({ from }) => from === null || from.getTime() <= at),
  );

/** A night is one span, and so are the days off of one holiday. */
const goesOn = (before: Line, next: Raw) =>
  !before.counted &&
  !next.counted &&
  before.reason.type !== "stopped" &&
  before.part === next.part &&
  JSON.stringify(before.reason) === JSON.stringify(next.reason);

/** Rounds sums, not lines: what is shown adds up to what is stored. */
function sumUpTo({ timetable, stops, startedAt }: Explained, from: Date) {
  const countedMs = Math.round(elapsedIn(timetable, startedAt, from, stops) * 1_000);
  const sums = { true: countedMs, false: from.getTime() - startedAt.getTime() - countedMs };
  return (counted: boolean, ms: number): number => {
    const key = `${counted}` as const;
    const before = Math.floor(sums[key] / 1_000);
    sums[key] += ms;
    return Math.floor(sums[key] / 1_000) - before;
  };
}

/** What counted between each two of these moments and what did not, rounded as explain rounds. */
export function sumsBetween(facts: Explained, bounds: readonly Date[]): { counted: number; other: number }[] {
  const until = (at: Date) => {
    const countedMs = Math.round(elapsedIn(facts.timetable, facts.startedAt, at, facts.stops) * 1_000);
    const otherMs = at.getTime() - facts.startedAt.getTime() - countedMs;
    return { counted: Math.floor(countedMs / 1_000), other: Math.floor(otherMs / 1_000) };
  };
  const sums = bounds.map(until);
  return sums.slice(1).map(({ counted, other }, at) => ({
    counted: counted - (sums[at]?.counted ?? 0),
    other: other - (sums[at]?.other ?? 0),
  }));
}
