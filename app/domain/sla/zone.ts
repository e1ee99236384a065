import { Temporal } from "temporal-polyfill";

/** A span in which the zone keeps one offset: local time minus UTC. All in milliseconds. */
export type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

// Most zones here have not changed for decades, others do twice a year: the stretches found before nearly always fit the
// next question.
const found = new Map<string, Stretch[]>();
const MOST_KEPT = 64;

/** Cuts a span of UTC milliseconds where the zone changes its offset. */
export function stretchesOf(timeZone: string, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  do {
    const here = stretchAt(timeZone, at);
    stretches.push({ from: at, to: Math.min(here.to, to), offset: here.offset });
    at = here.to;
  } while (at < to);
  return stretches;
}

export function stretchAt(timeZone: string, at: number): Stretch {
  const known = found.get(timeZone) ?? [];
  const before = known.find(({ from, to }) => from <= at && at < to);
  if (before) return before;
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  // A transition at this very instant belongs to what follows it.
  const previous = here.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const stretch = {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: here.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1_000_000,
  };
  found.set(timeZone, [stretch, ...known].slice(0, MOST_KEPT));
  return stretch;
}

/** The same time of day, or where clocks skip it that day, what the clocks show instead. */
export const daysLater = (timeZone: string, at: Date, days: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).add({ days }).epochMilliseconds,
  );
