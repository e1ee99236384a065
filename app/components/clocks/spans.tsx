import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { Line } from "#app/domain/sla/explain.ts";
import type { ToldClock, WhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate, formatDateTime, formatSeconds, formatTime } from "#app/lib/format.ts";
import { cx } from "#app/ui/cx.ts";
import { foldByDay, type Told } from "./fold-lines.ts";
import { useOwner } from "./owner.ts";
import { sayExactly } from "./say-left.ts";
import { weekdayOf } from "./say-when.ts";

const DAYS_SHOWN_OPEN = 4;

/** Every span that counted or did not, folded by day where there are many, by month where there are very many. */
export function Spans({ clock, why }: { clock: ToldClock; why: WhyThisTime }) {
  const w = useWords();
  const told = foldByDay(clock.lines);
  const open = told.length <= DAYS_SHOWN_OPEN;
  const { calendars } = clock.earlier ?? why;
  const counted = clock.lines.reduce((sum, line) => sum + (line.counted ? line.seconds : 0), 0);
  const other = clock.lines.reduce((sum, line) => sum + (line.counted ? 0 : line.seconds), 0);
  return (
    <div className="grid gap-4">
      {clock.months.length > 0 && <Months clock={clock} number={why.number} />}
      <div>
        <h3 className="pb-2 font-semibold">
          {clock.month ? w.clocks.why.spansOf(monthName(clock.month)) : w.clocks.why.spans}
        </h3>
        <ol className="border-t border-line">
          {told.map((one) => (
            <li key={keyOf(one)} className="border-b border-line">
              <OneTold told={one} calendars={calendars} open={open} />
            </li>
          ))}
        </ol>
        <Sum
          counted={counted}
          other={other}
          words={clock.month ? w.clocks.why.sumOf(monthName(clock.month)) : w.clocks.why.sum}
        />
      </div>
    </div>
  );
}

const keyOf = (told: Told) => (told.kind === "day" ? told.lines[0]?.from : told.line.from)?.getTime();
const monthName = (key: string) => `${key.slice(5)}/${key.slice(0, 4)}`;

function Months({ clock, number }: { clock: ToldClock; number: number }) {
  const w = useWords();
  return (
    <div>
      <h3 className="pb-2 font-semibold">{w.clocks.why.months}</h3>
      <ol className="border-t border-line">
        {clock.months.map(({ key, counted, other }) => (
          <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1">
            <Link
              to={`${paths.ticketPart(number, "clock")}?month=${key}#${clock.target}`}
              aria-current={key === clock.month ? "true" : undefined}
              className={cx("target inline-flex items-center text-accent", key === clock.month && "font-semibold")}
            >
              {monthName(key)}
            </Link>
            <Figures counted={counted} other={other} />
          </li>
        ))}
      </ol>
      <Sum
        counted={clock.elapsed}
        other={clock.months.reduce((sum, month) => sum + month.other, 0)}
        words={w.clocks.why.sum}
      />
    </div>
  );
}

type Calendars = WhyThisTime["calendars"];

function OneTold({ told, calendars, open }: { told: Told; calendars: Calendars; open: boolean }) {
  if (told.kind === "stretch") return <OneLine line={told.line} calendars={calendars} days />;
  const [only, ...more] = told.lines;
  return only && more.length === 0 ? (
    <OneLine line={only} calendars={calendars} days />
  ) : (
    <Day day={told} calendars={calendars} open={open} />
  );
}

function Day({ day, calendars, open }: { day: Extract<Told, { kind: "day" }>; calendars: Calendars; open: boolean }) {
  const w = useWords();
  return (
    <details open={open} className="group [&::details-content]:print:[content-visibility:visible]">
      <summary className="target flex flex-wrap items-center justify-between gap-x-4 rounded-md py-1">
        <span className="inline-flex items-center gap-2">
          {dayName(day.date, w)}
          <ChevronDown aria-hidden className="size-4 text-quiet group-open:rotate-180 print:hidden" />
        </span>
        <Figures counted={day.counted || null} other={day.other || null} />
      </summary>
      <ol className="pb-2 pl-4">
        {day.lines.map((line) => (
          <li key={line.from.getTime()}>
            <OneLine line={line} calendars={calendars} />
          </li>
        ))}
      </ol>
    </details>
  );
}

const dayName = (date: string, w: Words) => w.clocks.weekday(w.clocks.weekdays[weekdayOf(date)], date);

function OneLine({ line, calendars, days = false }: { line: Line; calendars: Calendars; days?: boolean }) {
  const w = useWords();
  const owner = useOwner();
  const calendar = calendars[line.part];
  const place = calendars.length > 1 && calendar ? owner(calendar) : null;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
      <span className={cx("min-w-0", !line.counted && "text-quiet")}>
        <span className={cx("figures inline-block pr-3", !days && "min-w-28")}>{spanOf(line, days, w)}</span>
        {sayReason(line, w)}
        {place && <span className="text-sm text-quiet"> · {place}</span>}
      </span>
      <Figures counted={line.counted ? line.seconds : null} other={line.counted ? null : line.seconds} />
    </div>
  );
}

/** Whole days by their names; anything finer to the minute. */
function spanOf({ from, to }: Line, days: boolean, w: Words): string {
  const midnight = (at: Date) => formatTime(at) === "00:00";
  const [first, last] = [formatDate(from), formatDate(new Date(to.getTime() - 1))];
  const ends = first === last && midnight(to) ? "24:00" : formatTime(to);
  if (!days && ends === formatTime(from)) return `${formatSeconds(from)}–${formatSeconds(to)}`;
  if (!days) return `${formatTime(from)}–${ends}`;
  if (!midnight(from) || !midnight(to)) {
    return first === last
      ? `${dayName(first, w)} ${formatTime(from)}–${ends}`
      : w.clocks.why.fromTo(formatDateTime(from), formatDateTime(to));
  }
  return first === last ? dayName(first, w) : `${dayName(first, w)} – ${dayName(last, w)}`;
}

function sayReason({ reason }: Line, w: Words): string {
  const say = w.clocks.why.reasons;
  if (reason.type === "stopped")
    return reason.by === "solved" || reason.by === "granted" ? say[reason.by] : w.ticketFacts.hold[reason.by];
  if (reason.type === "day_off") return say.dayOff(reason.name);
  return reason.type === "special_hours" ? reason.name : say[reason.type];
}

/** The word says which is which; weight only helps the eye. */
function Figures({ counted, other }: { counted: number | null; other: number | null }) {
  const w = useWords();
  return (
    <span className="figures ml-auto flex flex-wrap justify-end gap-x-4 text-sm whitespace-nowrap">
      {counted !== null && <span className="font-medium">{w.clocks.why.counts(sayExactly(counted))}</span>}
      {other !== null && <span className="text-quiet">{w.clocks.why.countsNot(sayExactly(other))}</span>}
    </span>
  );
}

function Sum({ counted, other, words }: { counted: number; other: number; words: string }) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 font-semibold">
      {words}
      <Figures counted={counted} other={other} />
    </p>
  );
}
