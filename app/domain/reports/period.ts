import { Temporal } from "temporal-polyfill";
import { addDays, dateIn, startOfDate } from "#app/lib/time.ts";

/** Calendar dates in the city, both included. */
export type Period = { from: string; to: string };

export const PRESETS = ["today", "week", "month", "last_month", "quarter"] as const;
export type Preset = (typeof PRESETS)[number];

export function presetPeriod(preset: Preset, now: Date): Period {
  const today = Temporal.PlainDate.from(dateIn(now));
  const span = (from: Temporal.PlainDate, to: Temporal.PlainDate = today) => ({
    from: from.toString(),
    to: to.toString(),
  });
  switch (preset) {
    case "today":
      return span(today);
    case "week":
      return span(today.subtract({ days: today.dayOfWeek - 1 }));
    case "month":
      return span(today.with({ day: 1 }));
    case "last_month": {
      const first = today.with({ day: 1 }).subtract({ months: 1 });
      return span(first, first.add({ months: 1 }).subtract({ days: 1 }));
    }
    case "quarter":
      return span(today.with({ month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 }));
  }
}

/** The half-open span of instants: from the first midnight to the one after the last day. */
export const instantsOf = ({ from, to }: Period) => ({ from: startOfDate(from), until: startOfDate(addDays(to, 1)) });

/** As many days, just before. */
export function periodBefore({ from, to }: Period): Period {
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
  return { from: addDays(from, -days - 1), to: addDays(from, -1) };
}

const LONGEST_DAYS = 366;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];
const TYPED = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const MACHINE = /^\d{4}-\d{2}-\d{2}$/;

/** Day first, as people here write it: 1/11/2026, 01-11-2026, or 01112026 where a keypad has no slash; ISO as addresses do. */
export function parseDay(text: string): string | null {
  const trimmed = text.trim();
  const [, day, month, year] = TYPED.exec(trimmed) ?? DIGITS.exec(trimmed) ?? [];
  try {
    const date = MACHINE.test(trimmed)
      ? Temporal.PlainDate.from(trimmed, { overflow: "reject" })
      : Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: "reject" });
    return date.year >= FIRST_YEAR && date.year <= LAST_YEAR ? date.toString() : null;
  } catch {
    return null;
  }
}

type PeriodProblem = "not_a_day" | "ends_before_it_begins" | "too_long";
export type AskedPeriod =
  | { period: Period }
  | { period: null; problems: { from?: PeriodProblem; to?: PeriodProblem }; typed: { from: string; to: string } };

/** What an address asks for; null when it asks for none. */
export function readPeriod(from: string | null, to: string | null): AskedPeriod | null {
  if (from === null && to === null) return null;
  const typed = { from: from ?? "", to: to ?? "" };
  const [first, last] = [parseDay(typed.from), parseDay(typed.to)];
  const refuse = (problems: { from?: PeriodProblem; to?: PeriodProblem }) => ({ period: null, problems, typed });
  if (!first || !last) {
    return refuse({ ...(!first && { from: "not_a_day" }), ...(!last && { to: "not_a_day" }) });
  }
  if (last < first) return refuse({ to: "ends_before_it_begins" });
  return addDays(first, LONGEST_DAYS) < last ? refuse({ to: "too_long" }) : { period: { from: first, to: last } };
}
