import { fold } from "#app/lib/fold.ts";
import type { Interval } from "./calendar.ts";

export type IntervalFault =
  | "interval_malformed"
  | "time_impossible"
  | "interval_reversed"
  | "intervals_overlap"
  | "too_many_intervals";
export type ReadIntervals =
  | { ok: true; intervals: readonly Interval[] }
  | { ok: false; fault: IntervalFault; text: string };

const MAX_INTERVALS = 12;
const DAY_MINUTES = 24 * 60;

const NOTHING = new Set(["", "-", "–", "—", "nghi", "dong cua", "khong lam viec", "closed", "off", "none"]);
const WHOLE_DAY = new Set(["24/24", "24/7", "24h", "ca ngay", "suot ngay dem", "all day"]);
const DASHES = /\s*(?:[-–—−~]|(?<!\p{L})(?:đến|tới|to)(?!\p{L}))\s*/giu;
const BETWEEN = /(?:[\s,;+&]|(?<!\p{L})(?:và|and|từ|from)(?!\p{L}))+/giu;
const TIME = /^(\d{1,2})(?:[:hg.](\d{2})?)?$/i;

const refuse = (fault: IntervalFault, text: string): ReadIntervals => ({ ok: false, fault, text });

/** "7h30 - 11h30; 13:00–17:00" as sorted intervals. Nothing, or "nghỉ", is a day without any. */
export function readIntervals(text: string): ReadIntervals {
  const written = text.normalize("NFC").trim();
  if (NOTHING.has(fold(written))) return { ok: true, intervals: [] };
  if (WHOLE_DAY.has(fold(written))) return { ok: true, intervals: [["00:00", "24:00"]] };
  const tokens = written.replace(DASHES, "-").split(BETWEEN).filter(Boolean);
  if (tokens.length > MAX_INTERVALS) return refuse("too_many_intervals", String(MAX_INTERVALS));
  const intervals: Interval[] = [];
  for (const token of tokens) {
    const ends = token.split("-");
    const [from, to] = ends.map(readTime);
    if (ends.length !== 2 || from === undefined || to === undefined) return refuse("interval_malformed", token);
    if (from === null || to === null || from === "24:00") return refuse("time_impossible", token);
    if (from >= to) return refuse("interval_reversed", token);
    intervals.push([from, to]);
  }
  intervals.sort(([a], [b]) => (a < b ? -1 : 1));
  const overlap = intervals.findIndex(([from], at) => at > 0 && from < (intervals[at - 1]?.[1] ?? ""));
  return overlap < 0
    ? { ok: true, intervals }
    : refuse("intervals_overlap", intervalsText(intervals.slice(overlap - 1, overlap + 1)));
}

/** "07:30"; null for a time no day has, undefined for what is no time. */
function readTime(text: string): string | null | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (minutes > 59 || hours * 60 + minutes > DAY_MINUTES) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

export const intervalsText = (intervals: readonly Interval[]): string =>
  intervals.map(([from, to]) => `${from}-${to}`).join(", ");
