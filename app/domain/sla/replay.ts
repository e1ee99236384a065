import type { Hold } from "./clock.ts";
import { type Policy, type Target, TICKET_TARGETS } from "./policy.ts";
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
  | { type: "taken_up"; at: Date; answered: boolean };

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
      case "solved":
        solutions = [...solutions, { at: fact.at, by: judgement }];
        solved = true;
        stop({ from: fact.at, to: null, reason: "solved" });
        break;
      case "reopened":
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
  return { startedAt, judgement, stops, held, answeredAt, answeredBy, solutions, solved, dropped };
}

/** The judgement a target was reached under, or is to be. */
const judgementOf = (target: Target, history: History): Judgement =>
  milestonesOf(target, history).last?.by ?? history.judgement;

/** The stops that count for a target: nothing stops the first response. */
export const stopsFor = (target: Target, history: History, judgement = judgementOf(target, history)): Stop[] =>
  history.stops.filter((stop) => stopsClock(target, stop, judgement));

const stopsClock = (target: Target, { reason }: Stop, { policy }: Judgement) =>
  target !== "first_response" && (reason !== "vendor" || policy?.vendorStops === true);

/** The clocks that a ticket's facts give, always the same for the same facts. */
export function replay(facts: readonly ClockFact[]): Clock[] {
  const history = historyOf(facts);
  if (!history) return [];
  return TICKET_TARGETS.flatMap((target) => {
    const seconds = judgementOf(target, history).policy?.targets[target] ?? null;
    return seconds === null ? [] : [clockOf(target, seconds, history)];
  });
}

/** The smallest time after a target has been used up. */
const MOMENT_SECONDS = 0.001;

function clockOf(target: Target, targetSeconds: number, history: History): Clock {
  const { startedAt, stops, held, dropped } = history;
  const judgement = judgementOf(target, history);
  const { timetable } = judgement;
  const counted = stopsFor(target, history);
  const { first, last } = milestonesOf(target, history);
  const metAt = last?.at ?? null;
  const until = (at: Date | null, by = judgement) =>
    at && at >= startedAt ? elapsedIn(by.timetable, startedAt, at, stopsFor(target, history, by)) : null;
  const dueAfter = (seconds: number) => dueIn(timetable, startedAt, seconds, counted);
  const elapsed = until(metAt);
  const paused = !metAt && !dropped && held && held.reason !== "solved" && stopsClock(target, held, judgement);
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

/** Something answered is answered for good; something solved may turn out not to be. */
function milestonesOf(target: Target, { answeredAt, answeredBy, solutions, solved }: History) {
  const answered = answeredAt ? { at: answeredAt, by: answeredBy } : null;
  if (target === "first_response") return { first: answered, last: answered };
  return { first: solutions[0] ?? null, last: solved ? (solutions.at(-1) ?? null) : null };
}
