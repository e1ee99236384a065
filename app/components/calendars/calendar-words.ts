import type { Interval } from "#app/domain/sla/calendar.ts";
import { WEEKDAYS, type Weekday } from "#app/domain/sla/calendar.ts";
import type { FileProblem } from "#app/domain/sla/calendar-file-reading.ts";
import type { HoursProblem } from "#app/domain/sla/calendar-text.ts";
import type { CalendarOwner } from "#app/domain/sla/calendars.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import type { Lang } from "#app/lib/lang.ts";
import type { Problem } from "#app/ui/error-summary.tsx";
import { placeName } from "../place-name.ts";

export function ownerName(owner: CalendarOwner, w: Words, lang: Lang): string {
  if (owner.teamId !== null) return w.calendars.team(lang === "en" ? owner.nameEn : owner.name);
  return owner.siteId === null ? w.calendars.city : placeName(owner, w);
}

/** "07:30–11:30, 13:00–17:00" as it is read; as it is typed it has hyphens. */
export const hoursText = (intervals: readonly Interval[], w: Words): string =>
  intervals.map(([from, to]) => `${from}–${to}`).join(", ") || w.calendars.closed;

/** "T2–T6 07:30–11:30, 13:00–17:00; T7 07:30–11:30": weekdays in a row with the same hours are one. */
export function weekText(weekly: Readonly<Record<Weekday, readonly Interval[]>>, w: Words): string[] {
  const runs: { from: Weekday; to: Weekday; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = hoursText(weekly[weekday], w);
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, hours });
  }
  const { short } = w.calendars;
  return runs.map(({ from, to, hours }) => `${from === to ? short[from] : `${short[from]}–${short[to]}`} ${hours}`);
}

type Fault = HoursProblem["fault"] | FileProblem["fault"];
const faultText = (fault: Fault, text: string, other: number | undefined, w: Words): string =>
  (w.calendars.faults as Record<Fault, (text: string, other?: string) => string>)[fault](text, other?.toString());

/** Each with its weekday or line before it. */
export function hoursProblems(problems: readonly HoursProblem[], w: Words): Problem[] {
  const words = w.calendars;
  return problems.map(({ field, fault, text, line, other }) => {
    const said = faultText(fault, text, other, w);
    if (line !== undefined) return { field, message: words.line(String(line)) + said };
    const weekday = WEEKDAYS.find((one) => one === field);
    return { field, message: weekday && fault !== "never_open" ? `${words.weekdays[weekday]}: ${said}` : said };
  });
}

export const fileProblems = (problems: readonly FileProblem[], w: Words): Problem[] =>
  problems.map(({ fault, text, line }) => {
    const said = faultText(fault, text, undefined, w);
    return { field: "file", message: line === null ? said : w.calendars.line(String(line)) + said };
  });
