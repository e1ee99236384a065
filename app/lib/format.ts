/** The only file that touches Intl: date parts are named one by one, so server and browser print the same. */
const ZONE = "Asia/Ho_Chi_Minh";
// Viet Nam has stood at UTC+7 without summer time since 1975, so a wall clock reading is one instant.
const ZONE_OFFSET_HOURS = 7;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(at: Date) {
  const found = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  return { date: `${found.day}/${found.month}/${found.year}`, time: `${found.hour}:${found.minute}` };
}

export const formatDate = (at: Date): string => partsOf(at).date;
export const formatTime = (at: Date): string => partsOf(at).time;
export function formatDateTime(at: Date): string {
  const { date, time } = partsOf(at);
  return `${date} ${time}`;
}

export type AgoWords = {
  justNow: string;
  minutes(n: number): string;
  yesterday(time: string): string;
  tomorrow(time: string): string;
};

/** "8 minutes", "08:05" of the same day, "yesterday 16:40", then the full date. */
export function formatAgo(at: Date, now: Date, words: AgoWords): string {
  const { date, time } = partsOf(at);
  const minutes = Math.floor((now.getTime() - at.getTime()) / MINUTE_MS);
  if (minutes === 0) return words.justNow;
  if (minutes > 0 && minutes < 60) return words.minutes(minutes);
  if (date === formatDate(now)) return time;
  if (date === formatDate(new Date(now.getTime() - DAY_MS))) return words.yesterday(time);
  if (date === formatDate(new Date(now.getTime() + DAY_MS))) return words.tomorrow(time);
  return `${date} ${time}`;
}

export type DurationWords = Record<"days" | "hours" | "minutes" | "seconds", (n: number) => string>;

/** The two largest units: "2 days 4 hours", "3 hours 20 minutes", "45 seconds". */
export function formatDuration(seconds: number, words: DurationWords): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return words.seconds(whole);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(words.hours(hours), minutes % 60, words.minutes);
  return pair(words.days(Math.floor(hours / 24)), hours % 24, words.hours);
}

const pair = (large: string, rest: number, small: (n: number) => string) => (rest ? `${large} ${small(rest)}` : large);

const numbers = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export const formatNumber = (value: number, lang: "vi" | "en" = "vi"): string => numbers[lang].format(value);

const TYPED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ ,T]+(\d{1,2})[:hg](\d{2}))?$/;
const MACHINE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?$/;

/** Reads d/m/yyyy HH:mm as people type it, or yyyy-mm-ddTHH:mm as date fields send it; null when it is no real time. */
export function parseDateTime(text: string): Date | null {
  const typed = TYPED.exec(text.trim());
  const machine = MACHINE.exec(text.trim());
  const [day, month, year] = typed ? [typed[1], typed[2], typed[3]] : [machine?.[3], machine?.[2], machine?.[1]];
  if (!day || !month || !year) return null;
  const match = typed ?? machine;
  return instantAt(Number(year), Number(month), Number(day), Number(match?.[4] ?? 0), Number(match?.[5] ?? 0));
}

function instantAt(year: number, month: number, day: number, hour: number, minute: number): Date | null {
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const real = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && hour < 24 && minute < 60;
  return real ? new Date(wall.getTime() - ZONE_OFFSET_HOURS * 60 * MINUTE_MS) : null;
}

/** The letter of the given name, which stands last in a Vietnamese name. */
export function avatarLetter(fullName: string): string {
  const given = fullName.normalize("NFC").trim().split(/\s+/).at(-1) ?? "";
  return [...given][0]?.toLocaleUpperCase("vi") ?? "";
}

const collator = new Intl.Collator("vi", { numeric: true });

/** Given name first, then family name, then what stands between. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [sortKeys(a), sortKeys(b)];
  return left.map((part, i) => collator.compare(part, right[i] ?? "")).find((order) => order !== 0) ?? 0;
}

function sortKeys(fullName: string): string[] {
  const names = fullName.normalize("NFC").trim().split(/\s+/);
  const given = names.pop() ?? "";
  return [given, names.shift() ?? "", names.join(" ")];
}

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** The first letters as people count them: a letter with its marks is one. */
export function cutToGraphemes(text: string, most: number): string {
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return letters.length <= most ? text : letters.slice(0, most).join("");
}

/** +84912345678 as it is read out: 0912 345 678. Short codes and numbers of elsewhere stay as they are. */
export function formatPhone(e164: string): string {
  const local = e164.replace(/^\+84/, "0");
  return /^0\d{9}$/.test(local) ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : e164;
}
