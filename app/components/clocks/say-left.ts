import { pressureOf, secondsLeft, type TimeLeft } from "#app/domain/sla/time-left.ts";
import type { Words } from "#app/i18n/vi.ts";

const MINUTES_SHOWN_BELOW_HOURS = 4;

/** Service time, rounded down: "14 minutes", "2 hours 5 minutes", "23 hours". It has no days: nobody knows how long theirs is. */
export function sayServiceTime(seconds: number, w: Words): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const { duration } = w.common;
  if (minutes < 1) return w.clocks.underMinute;
  if (hours < 1) return duration.minutes(minutes);
  const rest = hours < MINUTES_SHOWN_BELOW_HOURS ? minutes % 60 : 0;
  return rest > 0 ? `${duration.hours(hours)} ${duration.minutes(rest)}` : duration.hours(hours);
}

/** "còn 14 phút", "quá hạn 2 giờ", "dừng, còn 3 giờ". */
export function sayLeft(left: TimeLeft, now: Date, w: Words): string {
  const seconds = secondsLeft(left, now);
  const late = pressureOf(left, now) === "late";
  const time = sayServiceTime(Math.abs(seconds), w);
  if (left.paused) return late ? w.clocks.pausedLate(time) : w.clocks.paused(time);
  return late ? w.clocks.late(time) : w.clocks.left(time);
}

const two = (n: number) => String(n).padStart(2, "0");

/** "3:25:00": hours, minutes, seconds, for whoever adds them up. */
export const sayExactly = (seconds: number): string =>
  `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
