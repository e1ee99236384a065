import type { Target } from "../sla/policy.ts";
import { type History, stopsFor } from "../sla/replay.ts";
import { dueIn } from "../sla/timetable.ts";

/** Who can be told that a ticket is nearly late, the nearest to it first. */
export const WHOM = ["assignee", "engineers", "team", "coordinator", "manager"] as const;
export type Whom = (typeof WHOM)[number];

/** At `percent` of a target's service time. */
export type Step = { readonly percent: number; readonly whom: readonly Whom[] };
export type Ladder = readonly Step[];

export const DEFAULT_LADDER: Ladder = [
  { percent: 75, whom: ["assignee"] },
  { percent: 100, whom: ["assignee", "engineers"] },
  { percent: 125, whom: ["assignee", "engineers", "coordinator"] },
];

/** The smallest time after a step has been reached: who is told at closing time is told at the next opening. */
const MOMENT_SECONDS = 0.001;

/** The first service instant by which `percent` of a target is used up; null when nobody can say. */
export function stepAt(history: History, target: Target, targetSeconds: number, percent: number): Date | null {
  const { judgement, startedAt } = history;
  const used = (targetSeconds * percent) / 100 + MOMENT_SECONDS;
  const at = dueIn(judgement.timetable, startedAt, used, stopsFor(target, history));
  return at && new Date(at.getTime() - MOMENT_SECONDS * 1_000);
}

export type TimedStep = Step & { readonly at: Date };

/** What is left of the ladder for a running clock, the next step first. `told`: the percents that somebody has heard of. */
export function stepsLeft(
  history: History,
  { target, targetSeconds }: { target: Target; targetSeconds: number },
  ladder: Ladder,
  told: readonly number[],
): TimedStep[] {
  return ladder
    .filter(({ percent }) => !told.includes(percent))
    .flatMap((step) => {
      const at = stepAt(history, target, targetSeconds, step.percent);
      return at ? [{ ...step, at }] : [];
    })
    .sort((a, b) => a.percent - b.percent);
}
