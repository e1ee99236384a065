import type { Calendar, Interval } from "#app/domain/sla/calendar.ts";
import { dueAt, elapsedSeconds, type Hold } from "#app/domain/sla/clock.ts";
import { type ClockFact, replay } from "#app/domain/sla/replay.ts";

const OFFICE: Interval[] = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
];
const calendarIn = (timeZone: string): Calendar => ({
  timeZone,
  weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] },
  closed: ["2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
  opened: { "2026-01-10": OFFICE, "2026-08-22": OFFICE },
});
const HOME = calendarIn("Asia/Ho_Chi_Minh");
const BERLIN = calendarIn("Europe/Berlin");
const DAY_MS = 86_400_000;
const ZONE_MS = 7 * 3_600_000;
const NEW_YEAR = Date.parse("2026-01-01T00:00+07:00");
const after = (days: number) => new Date(NEW_YEAR + days * DAY_MS);
/** A span of a year that begins at another second each time. */
const yearFrom = (turn: number) => [after((turn % 86_400) / 86_400), after(365 + (turn % 86_400) / 86_400)] as const;
const HOLDS: Hold[] = Array.from({ length: 10 }, (_, n) => ({ from: after(30 * n + 9.4), to: after(30 * n + 12.6) }));

const facts = (turn: number): ClockFact[] => {
  const [from] = yearFrom(turn);
  const at = (hours: number) => new Date(from.getTime() + hours * 3_600_000);
  const targets = { first_response: 7_200, resolution: 28_800, approval: null, grant: null, proof: null };
  const match = { kinds: [], priorities: [], systemIds: [], siteIds: [], rightIds: [] };
  const policy = { key: "p3", name: "P3", nameEn: "P3", match, targets, vendorStops: false };
  return [
    { type: "started", at: from },
    { type: "judged", at: from, judgement: { version: 1, policy, timetable: [{ from: null, calendar: HOME }] } },
    { type: "answered", at: at(1) },
    { type: "held", at: at(2), reason: "reporter", until: null },
    { type: "went_on", at: at(30) },
    { type: "held", at: at(50), reason: "vendor", until: null },
    { type: "went_on", at: at(90) },
    { type: "solved", at: at(100) },
    { type: "reopened", at: at(200) },
    { type: "solved", at: at(230) },
  ];
};

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const msOf = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;

/** What most would write: day by day, in a zone of one offset, without holds. */
function walked({ weekly, closed, opened }: Calendar, from: Date, to: Date): number {
  let ms = 0;
  for (
    let day = Math.floor((from.getTime() + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
    day < to.getTime();
    day += DAY_MS
  ) {
    const local = new Date(day + ZONE_MS);
    const date = local.toISOString().slice(0, 10);
    const intervals = opened[date] ?? (closed.includes(date) ? [] : weekly[WEEKDAYS[local.getUTCDay()] ?? "sun"]);
    for (const [start, end] of intervals) {
      ms += Math.max(0, Math.min(day + msOf(end), to.getTime()) - Math.max(day + msOf(start), from.getTime()));
    }
  }
  return ms / 1_000;
}

const ROUNDS = 200;
const PER_ROUND = 100;

/** Microseconds a call: the middle of many rounds, so that whatever else this machine does falls out. */
function microseconds(work: (turn: number) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now();
    for (let turn = 0; turn < PER_ROUND; turn++) work(round * PER_ROUND + turn);
    return ((performance.now() - start) * 1_000) / PER_ROUND;
  });
  return rounds.toSorted((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN;
}

const YEAR_LIMIT_MICROSECONDS = 50;

/** How long the clock takes to count; needs no database. False when a year takes longer than sla.md allows. */
export function benchClock(say: (line: string) => void): boolean {
  const [from, to] = yearFrom(0);
  if (walked(HOME, from, to) !== elapsedSeconds(HOME, from, to, [])) throw new Error("the two ways do not agree");
  const bare = microseconds((turn) => walked(HOME, ...yearFrom(turn)));
  const cases: [string, (turn: number) => unknown][] = [
    ["elapsed, a year", (turn) => elapsedSeconds(HOME, ...yearFrom(turn), [])],
    ["elapsed, a year with ten holds", (turn) => elapsedSeconds(HOME, ...yearFrom(turn), HOLDS)],
    ["elapsed, a year with summer time", (turn) => elapsedSeconds(BERLIN, ...yearFrom(turn), [])],
    ["due, after 1,900 hours", (turn) => dueAt(HOME, yearFrom(turn)[0], 1_900 * 3_600, [])],
    ["due, the same with ten holds", (turn) => dueAt(HOME, yearFrom(turn)[0], 1_900 * 3_600, HOLDS)],
    ["replay, ten events, both targets", (turn) => replay(facts(turn))],
  ];
  say(`\nthe clock; microseconds, and how many times faster than the ${bare.toFixed(1)} of a year walked day by day`);
  const took = cases.map(([name, work]) => ({ name, each: microseconds(work) }));
  for (const { name, each } of took) {
    say(`${name.padEnd(38)}${each.toFixed(2).padStart(9)}${`${(bare / each).toFixed(0)}×`.padStart(8)}`);
  }
  const held = took.filter(({ name }) => name.includes("a year")).every(({ each }) => each < YEAR_LIMIT_MICROSECONDS);
  say(`  a year within ${YEAR_LIMIT_MICROSECONDS} µs: ${held ? "yes" : "NO"}`);
  return held;
}
