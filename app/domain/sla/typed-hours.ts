import { fold } from "#app/lib/fold.ts";

const MINUTE_SECONDS = 60;
const HOUR_MINUTES = 60;
const MOST_HOURS = 999;

const HOURS =
  /^(\d{1,3})(?:[.,](5))? ?(?:gio|g|h|hr|hrs|hours?)(?: ?(ruoi)| ?(\d{1,2}) ?(?:phut|ph|p|m|min|mins|minutes?)?)?$/;
const MINUTES = /^(\d{1,5}) ?(?:phut|ph|p|m|min|mins|minutes?)$/;

// Days are not understood: nobody knows whether one has 8 hours or 24.
/** Seconds, or null, of service time as people type it: "10 phút", "2 giờ", "1 giờ 30", "1h30", "1,5 giờ", "90p". */
export function parseServiceTime(typed: string): number | null {
  const text = fold(typed).replace(/\s+/g, " ").trim();
  const minutes = hoursIn(text) ?? minutesIn(text);
  const possible = minutes !== null && minutes > 0 && minutes <= MOST_HOURS * HOUR_MINUTES;
  return possible ? minutes * MINUTE_SECONDS : null;
}

function hoursIn(text: string): number | null {
  const [found, hours, half, andHalf, minutes = "0"] = HOURS.exec(text) ?? [];
  if (found === undefined || Number(minutes) >= HOUR_MINUTES) return null;
  if (half && (andHalf || Number(minutes) > 0)) return null;
  return Number(hours) * HOUR_MINUTES + (half || andHalf ? HOUR_MINUTES / 2 : Number(minutes));
}

function minutesIn(text: string): number | null {
  const found = MINUTES.exec(text);
  return found ? Number(found[1]) : null;
}

type ServiceTimeWords = Record<"hours" | "minutes", (n: number) => string>;

/** "1 giờ 30 phút": as it can be typed again. A working day is no day of 24 hours, so hours are not made into days. */
export function formatServiceTime(seconds: number, words: ServiceTimeWords): string {
  const minutes = Math.round(seconds / MINUTE_SECONDS);
  const [hours, rest] = [Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES];
  return [...(hours > 0 ? [words.hours(hours)] : []), ...(rest > 0 || hours === 0 ? [words.minutes(rest)] : [])].join(
    " ",
  );
}
