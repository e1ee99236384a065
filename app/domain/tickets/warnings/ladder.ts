import type { Target } from "../../sla/policy.ts";
import { courseOf, type History, stopsFor } from "../../sla/replay.ts";
import { dueIn } from "../../sla/timetable.ts";

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
  const { judgement } = history;
  const startedAt = courseOf(target, history)?.startedAt;
  if (!startedAt) return null;
  const used = (targetSeconds * percent) / 100 + MOMENT_SECONDS;
  const at = dueIn(judgement.timetable, startedAt, used, stopsFor(target, history));
  return at && new Date(at.getTime() - MOMENT_SECONDS * 1_000);
}

export type TimedStep = Step & { readonly at: Date };

/** What is left of the ladder for a running clock, the next step first. Below a percent that was told nothing is news. */
export function stepsLeft(
  history: History,
  { target, targetSeconds }: { target: Target; targetSeconds: number },
  ladder: Ladder,
  told: readonly number[],
): TimedStep[] {
  return ladder
    .filter(({ percent }) => percent > Math.max(0, ...told))
    .flatMap((step) => {
      const at = stepAt(history, target, targetSeconds, step.percent);
      return at ? [{ ...step, at }] : [];
    })
    .sort((a, b) => a.percent - b.percent);
}

export const MOST_STEPS = 8;
export const MOST_PERCENT = 500;
/** A row of the editor as it was filled in. */
export type TypedStep = { readonly percent: string; readonly whom: readonly Whom[] };
export type StepProblem = "percent_missing" | "percent_unreadable" | "percent_twice" | "nobody";

/** The ladder that these rows mean, its steps in order; or what is wrong with which row. Rows left empty mean nothing. */
export function ladderFrom(
  rows: readonly TypedStep[],
): { ok: true; ladder: Ladder } | { ok: false; problems: { row: number; problem: StepProblem }[] } {
  const filled = rows.flatMap(({ percent, whom }, row) =>
    percent === "" && whom.length === 0 ? [] : [{ row, typed: percent, percent: percentOf(percent), whom }],
  );
  const problems = filled.flatMap(({ row, typed, percent, whom }, at) => {
    const problem = (problem: StepProblem) => [{ row, problem }];
    if (typed === "") return problem("percent_missing");
    if (percent === null) return problem("percent_unreadable");
    if (filled.slice(0, at).some((one) => one.percent === percent)) return problem("percent_twice");
    return whom.length === 0 ? problem("nobody") : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const ladder = filled.map(({ percent, whom }) => ({ percent: percent ?? 0, whom: inOrder(whom) }));
  return { ok: true, ladder: ladder.sort((a, b) => a.percent - b.percent) };
}

const inOrder = (whom: readonly Whom[]) => WHOM.filter((one) => whom.includes(one));

function percentOf(typed: string): number | null {
  const digits = /^(\d{1,3})\s*%?$/.exec(typed)?.[1];
  const percent = Number(digits);
  return digits && percent >= 1 && percent <= MOST_PERCENT ? percent : null;
}
