import { type Calendar, type Interval, WEEKDAYS } from "./calendar.ts";

/** Local time counted in milliseconds from the epoch, as if the calendar's zone were UTC. */
type Local = number;
type Span = readonly [from: number, to: number];
/** Hours of one date, in milliseconds after its midnight. */
type Hours = { readonly spans: readonly Span[]; readonly total: number };
type Exception = { readonly date: Local; readonly hours: Hours; readonly difference: number };

/** A calendar as a function that only grows. */
export type ServiceTime = {
  /** Service milliseconds in [epoch, local). */
  readonly until: (local: Local) => number;
  /** The first instant up to `bound` at which `until` has reached `total`; null when that comes later or never. */
  readonly reach: (total: number, bound: Local) => Local | null;
  readonly hoursOn: (date: Local) => Hours;
};

export const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 5 January 1970, the first Monday. */
const MONDAY: Local = 4 * DAY_MS;
const CLOSED: Hours = { spans: [], total: 0 };

const compiled = new WeakMap<Calendar, ServiceTime>();

export function serviceTimeOf(calendar: Calendar): ServiceTime {
  const known = compiled.get(calendar);
  if (known) return known;
  const made = compile(calendar);
  compiled.set(calendar, made);
  return made;
}

/** Weeks are multiplied, dates that differ from their weekday are found by halving: no span is walked day by day. */
function compile(calendar: Calendar): ServiceTime {
  const week = WEEKDAYS.map((weekday) => hoursOf(calendar.weekly[weekday]));
  const weekTotal = week.reduce((sum, { total }) => sum + total, 0);
  const beforeInWeek = week.map((_, day) => week.slice(0, day).reduce((sum, { total }) => sum + total, 0));
  const dayOfWeek = (date: Local) => (((date - MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS;
  const usual = (date: Local) => week[dayOfWeek(date) / DAY_MS] ?? CLOSED;
  const usualUntil = (date: Local) =>
    Math.floor((date - MONDAY) / WEEK_MS) * weekTotal + (beforeInWeek[dayOfWeek(date) / DAY_MS] ?? 0);

  const exceptions = exceptionsOf(calendar, usual);
  const dates = exceptions.map(({ date }) => date);
  const hoursOn = (date: Local) => {
    const at = countBefore(dates, date);
    return dates[at] === date ? (exceptions[at]?.hours ?? CLOSED) : usual(date);
  };
  const untilDate = (date: Local) => usualUntil(date) + (exceptions[countBefore(dates, date) - 1]?.difference ?? 0);
  const until = (local: Local) => {
    const date = Math.floor(local / DAY_MS) * DAY_MS;
    return untilDate(date) + within(hoursOn(date), local - date);
  };

  function reach(total: number, bound: Local): Local | null {
    if (until(bound) < total) return null;
    let [low, high] = [Math.floor(bound / DAY_MS) - SEARCHED_DAYS, Math.floor(bound / DAY_MS)];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (untilDate((middle + 1) * DAY_MS) >= total) high = middle;
      else low = middle + 1;
    }
    const date = low * DAY_MS;
    return date + timeOfDay(hoursOn(date), total - untilDate(date));
  }

  return { until, reach, hoursOn };
}

/** A little more than dueAt looks ahead. */
const SEARCHED_DAYS = 500;

/** Each date that differs from its weekday, with what all of them up to it add to the plain weeks. */
function exceptionsOf({ closed, opened }: Calendar, usual: (date: Local) => Hours): Exception[] {
  const hours = new Map<Local, Hours>(closed.map((date) => [Date.parse(date), CLOSED]));
  for (const [date, intervals] of Object.entries(opened)) hours.set(Date.parse(date), hoursOf(intervals));
  let difference = 0;
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([date, own]) => {
      difference += own.total - usual(date).total;
      return { date, hours: own, difference };
    });
}

function hoursOf(intervals: readonly Interval[]): Hours {
  const spans = intervals.map(([from, to]): Span => [clockMs(from), clockMs(to)]);
  return { spans, total: spans.reduce((sum, [from, to]) => sum + to - from, 0) };
}

const clockMs = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000;

const within = ({ spans }: Hours, time: number) =>
  spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(time, to) - from), 0);

/** The first time of day by which this much service has passed. */
function timeOfDay({ spans }: Hours, service: number): number {
  let left = service;
  for (const [from, to] of spans) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return spans.at(-1)?.[1] ?? 0;
}

/** How many of the sorted values are smaller. */
function countBefore(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
