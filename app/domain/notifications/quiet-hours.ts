import { addDays, dateIn, startOfDate } from "#app/lib/time.ts";

/** Wall clock in the city, "20:00" to "07:00" over midnight or "12:00" to "13:00" within a day. */
export type Hours = { from: string; until: string };

export const USUAL_HOURS: Hours = { from: "20:00", until: "07:00" };

export const isHour = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const MINUTE_MS = 60_000;
/** Several changes within this while are one mail. */
const GATHER_MS = 2 * MINUTE_MS;

const minutesOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));

/** The instant itself, or the end of the quiet hours it falls into. Their first minute is quiet, their last is not. */
export function afterQuiet(at: Date, hours: Hours | null): Date {
  if (!hours) return at;
  const today = dateIn(at);
  const midnight = startOfDate(today).getTime();
  const [from, until, now] = [minutesOf(hours.from), minutesOf(hours.until), (at.getTime() - midnight) / MINUTE_MS];
  const overnight = from > until;
  const quiet = overnight ? now >= from || now < until : now >= from && now < until;
  if (!quiet) return at;
  const day = overnight && now >= from ? startOfDate(addDays(today, 1)).getTime() : midnight;
  return new Date(day + until * MINUTE_MS);
}

/** When a mail about something that happened now goes out. */
export const mailDue = (now: Date, urgent: boolean, hours: Hours | null): Date =>
  urgent ? now : afterQuiet(new Date(now.getTime() + GATHER_MS), hours);
