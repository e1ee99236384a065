import type { Calendar } from "./calendar.ts";
import { DAY_MS, serviceTimeOf } from "./service-time.ts";
import { stretchesOf } from "./zone.ts";

/** `to` is null while it still holds. */
export type Hold = { readonly from: Date; readonly to: Date | null };

type Span = readonly [from: number, to: number];

/** Nobody promises for longer. */
export const SEARCHED_DAYS = 400;

/** Seconds of service time in [from, to), less the holds. Holds may overlap, touch or lie outside the span. */
export function elapsedSeconds(calendar: Calendar, from: Date, to: Date, holds: readonly Hold[]): number {
  const { until } = serviceTimeOf(calendar);
  let service = 0;
  for (const [start, end] of runsBetween(from.getTime(), to.getTime(), holds)) {
    for (const stretch of stretchesOf(calendar.timeZone, start, end)) {
      service += until(stretch.to + stretch.offset) - until(stretch.from + stretch.offset);
    }
  }
  return service / 1_000;
}

/**
 * The first instant at which `targetSeconds` of service time have passed since `from`; `from` itself for 0.
 * null when no such instant lies within 400 days.
 */
export function dueAt(calendar: Calendar, from: Date, targetSeconds: number, holds: readonly Hold[]): Date | null {
  if (targetSeconds <= 0) return from;
  const { reach, until } = serviceTimeOf(calendar);
  let left = targetSeconds * 1_000;
  for (const [start, end] of runsBetween(from.getTime(), from.getTime() + SEARCHED_DAYS * DAY_MS, holds)) {
    for (const stretch of stretchesOf(calendar.timeZone, start, end)) {
      const before = until(stretch.from + stretch.offset);
      const local = reach(before + left, stretch.to + stretch.offset);
      if (local !== null) return new Date(local - stretch.offset);
      left -= until(stretch.to + stretch.offset) - before;
    }
  }
  return null;
}

/** The parts of a span in which nothing holds, in order. */
function runsBetween(from: number, to: number, holds: readonly Hold[]): Span[] {
  const held = holds
    .map((hold): Span => [hold.from.getTime(), hold.to?.getTime() ?? Number.POSITIVE_INFINITY])
    .filter(([start, end]) => start < end && end > from && start < to)
    .sort(([a], [b]) => a - b);
  const runs: Span[] = [];
  let at = from;
  for (const [start, end] of held) {
    if (start > at) runs.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < to) runs.push([at, to]);
  return runs;
}
