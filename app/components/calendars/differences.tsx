import type { Period } from "#app/domain/sla/calendar-changes.server.ts";
import type { HoursDifference } from "#app/domain/sla/calendar-difference.ts";
import type { SpecialDay } from "#app/domain/sla/hours.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dayText } from "../admin/dates.tsx";
import { hoursText } from "./calendar-words.ts";

type Line = { key: string; what: string; before: string | null; after: string | null };

const dayWords = ({ name, intervals }: SpecialDay, w: Words) =>
  intervals ? `${name} ${hoursText(intervals, w)}` : `${name} (${w.calendars.closed.toLowerCase()})`;

function lineOf(one: HoursDifference, w: Words): Line {
  const words = w.calendars;
  switch (one.what) {
    case "timeZone":
      return { key: one.what, what: words.difference.timeZone, before: one.before, after: one.after };
    case "followsCity": {
      const what = one.after ? words.difference.followsNow : words.difference.aloneNow;
      return { key: one.what, what, before: null, after: null };
    }
    case "weekday": {
      const { weekday, before, after } = one;
      const typed = (text: string) => text.replaceAll("-", "–") || words.closed;
      return { key: weekday, what: words.weekdays[weekday], before: typed(before), after: typed(after) };
    }
    case "day": {
      const { before, after } = one;
      const date = before?.date ?? after?.date ?? "";
      const what =
        before === null ? words.difference.added : after === null ? words.difference.removed : words.difference.changed;
      return {
        key: date,
        what: `${what} ${dayText(date)}`,
        before: before && dayWords(before, w),
        after: after && dayWords(after, w),
      };
    }
  }
}

function periodLines({ before, after }: { before: Period; after: Period }, w: Words): Line[] {
  const { difference } = w.calendars;
  const said = (day: string | null) => (day === null ? difference.noEnd : dayText(day));
  return (["validFrom", "validUntil"] as const)
    .filter((side) => before[side] !== after[side])
    .map((side) => ({ key: side, what: difference[side], before: said(before[side]), after: said(after[side]) }));
}

type DifferencesProps = {
  differences: readonly HoursDifference[];
  period?: { before: Period; after: Period } | null;
  /** Instead of a list of nothing. */
  nothing: string;
};

/** What an edit changes, each with what it was before. */
export function Differences({ differences, period, nothing }: DifferencesProps) {
  const w = useWords();
  const lines = [...(period ? periodLines(period, w) : []), ...differences.map((one) => lineOf(one, w))];
  if (lines.length === 0) return <p className="text-quiet">{nothing}</p>;
  return (
    <dl className="grid max-w-text gap-1">
      {lines.map(({ key, what, before, after }) => (
        <div key={key} className="flex flex-wrap gap-x-2">
          <dt className="figures font-medium">{what}</dt>
          <dd className="figures min-w-0 break-words">
            {before !== null && (
              <del className={after === null ? "text-quiet" : "text-quiet no-underline"}>{before}</del>
            )}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && <ins className="no-underline">{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
