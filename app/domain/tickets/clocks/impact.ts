import type { Judged } from "../../sla/judged.ts";
import type { Target } from "../../sla/policy.ts";
import { type Clock, type Judgement, replay } from "../../sla/replay.ts";
import { workingDaysAfter } from "../../sla/timetable.ts";
import { CLOSE_AFTER_WORKING_DAYS } from "../ticket.ts";
import { type ClockEvent, factsFrom } from "./clock-facts.ts";

/** What a change would do to the open tickets, before it is made. */
export type Impact = {
  /** How many were looked at. */
  open: number;
  /** There are more, which were not looked at. */
  more: boolean;
  changed: number;
  earlier: number;
  later: number;
  becomesOverdue: number;
  noLongerOverdue: number;
  policyChanged: number;
  /** No policy would promise them anything any more. */
  unpromised: number;
  /** Resolved tickets that would close by themselves at another time. */
  closings: number;
  /** There are more resolved ones, which were not looked at. */
  moreClosings: boolean;
  examples: ImpactExample[];
};
type ImpactExample = {
  number: number;
  /** null where the reader may not read the ticket. */
  title: string | null;
  target: Target;
  before: Reach;
  after: Reach;
};
/** By when, or how much service time is left while it stands still; neither is no deadline. */
export type Reach = { dueAt: Date | null; leftSeconds: number | null };

export type OpenImpact = Omit<Impact, "examples" | "closings" | "moreClosings"> & {
  examples: Omit<ImpactExample, "title">[];
};
export type Compared = { number: number; judgement: Judgement; clocks: readonly Clock[] };

/** A ticket as it is judged, and as it would be if a new judgement came now. `read` knows all that its events name. */
export function comparedBy(
  number: number,
  { past, last, next }: { past: readonly ClockEvent[]; last: Judged; next: Judged },
  read: (judged: Judged) => Judgement,
): { before: Compared; after: Compared } {
  const facts = factsFrom(past, read);
  const now = facts.at(-1)?.at;
  const judged = now ? [{ type: "judged", at: now, judgement: read(next) } as const] : [];
  return {
    before: { number, judgement: read(last), clocks: replay(facts) },
    after: { number, judgement: read(next), clocks: replay([...facts, ...judged]) },
  };
}

/** What is solved keeps what it was judged by; only its silence is counted by the calendar of today. */
export const closesBy = ({ timetable }: Judgement, resolvedAt: Date): Date | null =>
  workingDaysAfter(timetable, resolvedAt, CLOSE_AFTER_WORKING_DAYS);

const EXAMPLES_MOST = 10;

const isOverdue = (clock: Clock | undefined, now: Date) =>
  clock?.state === "running" && clock.overdueAt !== null && clock.overdueAt < now;
/** How far away the end is: by time, or by what is left where it stands still. */
const reach = (clock: Clock | undefined) =>
  !clock
    ? Number.POSITIVE_INFINITY
    : (clock.dueAt?.getTime() ?? (clock.leftSeconds ?? Number.POSITIVE_INFINITY) * 1_000);
const reachOf = (clock: Clock | undefined): Reach => ({
  dueAt: clock?.dueAt ?? null,
  leftSeconds: clock?.dueAt ? null : (clock?.leftSeconds ?? null),
});
const facts = (clock: Clock | undefined) => JSON.stringify(clock ? { ...clock, judgement: null } : null);
const isWaiting = (clock: Clock | undefined) => clock?.state === "running" || clock?.state === "paused";

export function impactOf(
  pairs: readonly { before: Compared; after: Compared }[],
  { now, more }: { now: Date; more: boolean },
): OpenImpact {
  const counts = {
    changed: 0,
    earlier: 0,
    later: 0,
    becomesOverdue: 0,
    noLongerOverdue: 0,
    policyChanged: 0,
    unpromised: 0,
  };
  const examples: Omit<ImpactExample, "title">[] = [];
  for (const { before, after } of pairs) {
    const targets = [...new Set([...before.clocks, ...after.clocks].map(({ target }) => target))];
    const both = targets.map((target) => ({
      target,
      was: before.clocks.find((clock) => clock.target === target),
      will: after.clocks.find((clock) => clock.target === target),
    }));
    const moved = both.filter(({ was, will }) => (isWaiting(was) || isWaiting(will)) && reach(was) !== reach(will));
    const [first] = moved;
    if (both.some(({ was, will }) => facts(was) !== facts(will))) counts.changed += 1;
    if (first) counts[reach(first.will) < reach(first.was) ? "earlier" : "later"] += 1;
    const [late, willBeLate] = [
      both.some(({ was }) => isOverdue(was, now)),
      both.some(({ will }) => isOverdue(will, now)),
    ];
    if (!late && willBeLate) counts.becomesOverdue += 1;
    if (late && !willBeLate) counts.noLongerOverdue += 1;
    if (before.judgement.policy?.key !== after.judgement.policy?.key) counts.policyChanged += 1;
    if (before.clocks.some(isWaiting) && !after.clocks.some(isWaiting)) counts.unpromised += 1;
    if (first && examples.length < EXAMPLES_MOST) {
      const [was, will] = [reachOf(first.was), reachOf(first.will)];
      examples.push({ number: before.number, target: first.target, before: was, after: will });
    }
  }
  return { open: pairs.length, more, ...counts, examples };
}
