import type { Hold } from "./clock.ts";
import { ACCESS_TARGETS, type Policy, type Target, TICKET_TARGETS } from "./policy.ts";
import { type AccessFact, type AccessHistory, accessAfter, isAccessFact } from "./replay-access.ts";
import { SOON_SHARE } from "./time-left.ts";
import { dueIn, elapsedIn, type Timetable } from "./timetable.ts";

/** Reasons a clock may stand still for. `vendor` stops it only where the policy says so. */
type StopReason = "reporter" | "approval" | "vendor" | "scheduled";

/** By which policy, of which version of them all, and by which calendars a ticket is judged. */
export type Judgement = { readonly version: number; readonly policy: Policy | null; readonly timetable: Timetable };

/** What happened, as far as clocks care, oldest first. */
export type ClockFact =
  | { type: "started"; at: Date }
  | { type: "judged"; at: Date; judgement: Judgement }
  | { type: "answered"; at: Date }
  | { type: "held"; at: Date; reason: StopReason; until: Date | null }
  | { type: "went_on"; at: Date }
  | { type: "solved"; at: Date }
  | { type: "reopened"; at: Date }
  /** Cancelled, or a duplicate: what was not reached by now never will be. */
  | { type: "dropped"; at: Date }
  /** It was no duplicate after all: as if it had never been dropped. `answered` says whether it had been by then. */
  | { type: "taken_up"; at: Date; answered: boolean }
  | AccessFact;

export const CLOCK_STATES = ["running", "paused", "met", "missed", "not_applicable", "invalid"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export type Clock = {
  readonly target: Target;
  readonly targetSeconds: number;
  /** What promised it. */
  readonly judgement: Judgement;
  readonly state: ClockState;
  readonly startedAt: Date;
  /** When the target is used up; null while nobody can say, and when no such instant lies within 400 days. */
  readonly dueAt: Date | null;
  /** From when on it is too late: dueAt, or the next opening where the office closes at that very moment. */
  readonly overdueAt: Date | null;
  /** From when on a quarter of the target or less is left. */
  readonly soonAt: Date | null;
  readonly pausedAt: Date | null;
  /** Service seconds left when it was paused; negative when it was overdue before. */
  readonly leftSeconds: number | null;
  /** The last time it was reached, and the service seconds that took. */
  readonly metAt: Date | null;
  readonly elapsedSeconds: number | null;
  /** The first time, where it was reached again after a reopening. */
  readonly firstMetAt: Date | null;
  readonly firstElapsedSeconds: number | null;
  /** Service seconds spent waiting for a vendor, whether they count or not; a wait that goes on is not in it yet. */
  readonly vendorSeconds: number;
};

export type Stop = Hold & { readonly reason: StopReason | "solved" };
type Solution = { readonly at: Date; readonly by: Judgement | null };
export type History = {
  readonly startedAt: Date;
  /** By which is judged what has not been reached. */
  readonly judgement: Judgement;
  readonly stops: readonly Stop[];
  /** The one of them that goes on. */
  readonly held: Stop | null;
  readonly answeredAt: Date | null;
  /** By which it was: no later change makes on time what was late. */
  readonly answeredBy: Judgement | null;
  readonly solutions: readonly Solution[];
  readonly solved: boolean;
  readonly dropped: boolean;
  /** null: no request for access. */
  readonly access: AccessHistory | null;
};

/** What the facts add up to; null before the clocks of a ticket have begun. */
export function historyOf(facts: readonly ClockFact[]): History | null {
  let startedAt: Date | null = null;
  let judgement: Judgement | null = null;
  let stops: Stop[] = [];
  let held: Stop | null = null;
  let answeredAt: Date | null = null;
  let answeredBy: Judgement | null = null;
  let solutions: Solution[] = [];
  let solved = false;
  let dropped = false;
  let access: AccessHistory | null = null;
  const goOn = (at: Date) => {
    if (!held) return;
    // A hold with an end stops counting there, whenever somebody notices.
    stops = [...stops.slice(0, -1), { ...held, to: held.to && held.to < at ? held.to : at }];
    held = null;
  };
  const stop = (next: Stop) => {
    goOn(next.from);
    held = next;
    stops = [...stops, next];
  };
  for (const fact of facts) {
    if (isAccessFact(fact)) access = accessAfter(access, fact, judgement);
    switch (fact.type) {
      case "started":
        startedAt = fact.at;
        break;
      case "judged":
        judgement = fact.judgement;
        // What was reached before anybody judged is judged by the first who does.
        if (answeredAt) answeredBy ??= judgement;
        solutions = solutions.map(({ at, by }) => ({ at, by: by ?? fact.judgement }));
        break;
      case "answered":
        if (!answeredAt) [answeredAt, answeredBy] = [fact.at, judgement];
        break;
      case "held":
        stop({ from: fact.at, to: fact.until, reason: fact.reason });
        break;
      case "went_on":
        goOn(fact.at);
        break;
      case "asked":
        dropped = false;
        stop({ from: fact.at, to: null, reason: "approval" });
        break;
      case "cleared":
        goOn(fact.at);
        break;
      case "solved":
      case "granted":
        solutions = [...solutions, { at: fact.at, by: judgement }];
        solved = true;
        stop({ from: fact.at, to: null, reason: "solved" });
        break;
      case "reopened":
      case "failed":
        solved = false;
        goOn(fact.at);
        break;
      case "dropped":
        dropped = true;
        break;
      case "taken_up":
        dropped = false;
        if (!fact.answered) [answeredAt, answeredBy] = [null, null];
        break;
    }
  }
  if (!startedAt || !judgement) return null;
  return { startedAt, judgement, stops, held, answeredAt, answeredBy, solutions, solved, dropped, access };
}

type Milestone = { readonly at: Date; readonly by: Judgement | null };
/** From where a target is counted, over what it stands still, and when it was reached, first and last. */
export type Course = {
  readonly startedAt: Date;
  readonly stops: readonly Stop[];
  readonly held: Stop | null;
  readonly first: Milestone | null;
  readonly last: Milestone | null;
};

/** null where the target has not begun. Something answered is answered for good; something solved may turn out not to be. */
export function courseOf(target: Target, history: History): Course | null {
  const { startedAt, stops, held, answeredAt, answeredBy, solutions, solved, access } = history;
  const solution = { first: solutions[0] ?? null, last: solved ? (solutions.at(-1) ?? null) : null };
  switch (target) {
    case "first_response": {
      const answered = answeredAt ? { at: answeredAt, by: answeredBy } : null;
      return { startedAt, stops: [], held: null, first: answered, last: answered };
    }
    case "resolution":
      return { startedAt, stops, held, ...solution };
    case "grant":
      return access?.clearedAt ? { startedAt: access.clearedAt, stops, held, ...solution } : null;
    default:
      return access?.[target] ?? null;
  }
}

/** By which a target is judged: what it was reached under, or is to be. */
const judgementOf = ({ last }: Course, history: History): Judgement => last?.by ?? history.judgement;

/** The stops that count for a target. */
export function stopsFor(target: Target, history: History, judgement?: Judgement): Stop[] {
  const course = courseOf(target, history);
  if (!course) return [];
  return course.stops.filter((stop) => stopsClock(stop, judgement ?? judgementOf(course, history)));
}

const stopsClock = ({ reason }: Stop, { policy }: Judgement) => reason !== "vendor" || policy?.vendorStops === true;

/** The clocks that a ticket's facts give, always the same for the same facts. */
export function replay(facts: readonly ClockFact[]): Clock[] {
  const history = historyOf(facts);
  if (!history) return [];
  return (history.access ? ACCESS_TARGETS : TICKET_TARGETS).flatMap((target) => {
    const course = courseOf(target, history);
    if (!course) return [];
    const judgement = judgementOf(course, history);
    const seconds = judgement.policy?.targets[target] ?? null;
    return seconds === null ? [] : [clockOf({ target, targetSeconds: seconds, course, judgement }, history)];
  });
}

/** The smallest time after a target has been used up. */
const MOMENT_SECONDS = 0.001;

type Promised = { target: Target; targetSeconds: number; course: Course; judgement: Judgement };

function clockOf({ target, targetSeconds, course, judgement }: Promised, { dropped }: History): Clock {
  const { startedAt, stops, held, first, last } = course;
  const { timetable } = judgement;
  const countedBy = (by: Judgement) => stops.filter((stop) => stopsClock(stop, by));
  const counted = countedBy(judgement);
  const metAt = last?.at ?? null;
  const until = (at: Date | null, by = judgement) =>
    at && at >= startedAt ? elapsedIn(by.timetable, startedAt, at, countedBy(by)) : null;
  const dueAfter = (seconds: number) => dueIn(timetable, startedAt, seconds, counted);
  const elapsed = until(metAt);
  const paused = !metAt && !dropped && held && held.reason !== "solved" && stopsClock(held, judgement);
  const pausedAt = paused ? held.from : null;
  const late = dueAfter(targetSeconds + MOMENT_SECONDS);
  const state = (): ClockState => {
    if (metAt) return elapsed === null ? "invalid" : elapsed > targetSeconds ? "missed" : "met";
    if (dropped) return "not_applicable";
    return pausedAt ? "paused" : "running";
  };
  return {
    target,
    targetSeconds,
    judgement,
    state: state(),
    startedAt,
    dueAt: dueAfter(targetSeconds),
    overdueAt: late && new Date(late.getTime() - MOMENT_SECONDS * 1_000),
    soonAt: dueAfter(targetSeconds * (1 - SOON_SHARE)),
    pausedAt,
    leftSeconds: pausedAt && targetSeconds - (until(pausedAt) ?? 0),
    metAt,
    elapsedSeconds: elapsed,
    firstMetAt: first?.at ?? null,
    firstElapsedSeconds: until(first?.at ?? null, first?.by ?? judgement),
    vendorSeconds: stops
      .filter((stop) => stop !== held && stop.reason === "vendor")
      .reduce((sum, { from, to }) => sum + (to ? elapsedIn(timetable, from, to, []) : 0), 0),
  };
}
