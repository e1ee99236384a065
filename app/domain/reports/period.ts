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

const LONGEST_DAYS = 366;

/** null unless both are dates, in order and at most a year apart. */
export function parsePeriod(from: string | null, to: string | null): Period | null {
  try {
    const first = Temporal.PlainDate.from(from ?? "", { overflow: "reject" });
    const last = Temporal.PlainDate.from(to ?? "", { overflow: "reject" });
    const days = first.until(last, { largestUnit: "day" }).days;
    return days >= 0 && days <= LONGEST_DAYS ? { from: first.toString(), to: last.toString() } : null;
  } catch {
    return null;
  }
}
