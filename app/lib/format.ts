/** The only file that formats through Intl: date parts are named one by one, so server and browser print the same. */
const ZONE = "Asia/Ho_Chi_Minh";
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
/** "05:26:07", where a minute says too little. The zone is whole hours away, so seconds are the same everywhere. */
export const formatSeconds = (at: Date): string => `${formatTime(at)}:${String(at.getUTCSeconds()).padStart(2, "0")}`;
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

/** The letter of the given name, which stands last in a Vietnamese name. */
export function avatarLetter(fullName: string): string {
  const given = fullName.normalize("NFC").trim().split(/\s+/).at(-1) ?? "";
  return [...given][0]?.toLocaleUpperCase("vi") ?? "";
}

/** +84912345678 as it is read out: 0912 345 678. Short codes and numbers of elsewhere stay as they are. */
export function formatPhone(e164: string): string {
  const local = e164.replace(/^\+84/, "0");
  return /^0\d{9}$/.test(local) ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : e164;
}
