import { type Interval, WEEKDAYS } from "#app/domain/sla/calendar.ts";
import type { CountedDay } from "#app/domain/sla/calendar-years.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { cx } from "#app/ui/cx.ts";
import { dayText } from "../admin/dates.tsx";
import { hoursText } from "./calendar-words.ts";

type Day = CountedDay & { changed?: boolean };

/** Four weeks, day by day: what is open, what is closed, and because of what. */
export function WeeksAhead({ weeks, today }: { weeks: readonly (readonly Day[])[]; today: string }) {
  const { ahead } = useWords().calendars;
  const lang = useLang();
  return (
    <div className="grid gap-4">
      {weeks.map((days) => {
        const [monday, sunday] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
        return (
          <section key={monday} className="grid gap-2">
            <h3 className="flex flex-wrap gap-x-3 text-sm font-medium text-quiet">
              <span className="figures">{ahead.week(dayText(monday).slice(0, 5), dayText(sunday))}</span>
              <span className="figures font-normal">{ahead.total(formatNumber(hoursOf(days), lang))}</span>
            </h3>
            <ol className="grid gap-px overflow-hidden rounded-md border border-line bg-line lg:grid-cols-7">
              {days.map((day, at) => (
                <DayCell key={day.date} day={day} weekday={WEEKDAYS[at] ?? "mon"} today={today} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function DayCell({ day, weekday, today }: { day: Day; weekday: (typeof WEEKDAYS)[number]; today: string }) {
  const w = useWords();
  const words = w.calendars;
  const { date, intervals, name, byCity, changed } = day;
  const closed = intervals.length === 0;
  return (
    <li
      className={cx(
        "flex min-w-0 flex-wrap content-start items-baseline gap-x-3 gap-y-0.5 px-2 py-1.5 lg:block",
        changed ? "bg-amber-soft" : closed ? "bg-sunken" : "bg-raised",
      )}
    >
      <p className={cx("figures flex items-baseline gap-1 text-sm max-lg:w-24", date < today && "text-quiet")}>
        <abbr title={words.weekdays[weekday]} className="no-underline">
          {words.short[weekday]}
        </abbr>
        {dayText(date).slice(0, 5)}
      </p>
      {closed ? (
        <p className="text-quiet">{words.closed}</p>
      ) : (
        <p className="figures flex flex-wrap gap-x-2 lg:block">
          {intervals.map((interval) => (
            <span key={interval[0]} className="block whitespace-nowrap">
              {hoursText([interval], w)}
            </span>
          ))}
        </p>
      )}
      {name && <p className="min-w-0 text-sm break-words">{name}</p>}
      {byCity && <p className="text-sm text-quiet">{words.ahead.byCity}</p>}
      {changed && <Badge tone="amber">{words.ahead.changed}</Badge>}
      {date === today && <Badge tone="accent">{words.ahead.today}</Badge>}
    </li>
  );
}

const MINUTES_AN_HOUR = 60;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * MINUTES_AN_HOUR + Number(text.slice(3, 5));
const length = ([from, to]: Interval) => minutesOf(to) - minutesOf(from);
const hoursOf = (days: readonly Day[]) =>
  Math.round((days.flatMap(({ intervals }) => intervals).reduce((sum, one) => sum + length(one), 0) / 60) * 10) / 10;
