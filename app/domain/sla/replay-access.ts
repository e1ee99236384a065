import type { Course, Judgement, Stop } from "./replay.ts";

/** What happened to a request for access, as far as clocks care. */
export type AccessFact =
  /** Put before its approvers: for the first time, or anew after it was changed. */
  | { type: "asked"; at: Date }
  /** An approver waits for the requester, and has been answered. */
  | { type: "asked_back"; at: Date }
  | { type: "answered_back"; at: Date }
  /** Every step has its outcome. */
  | { type: "decided"; at: Date }
  /** The first of it may be granted. */
  | { type: "cleared"; at: Date }
  /** All of it that was approved has been granted, and waits for its proof. */
  | { type: "granted"; at: Date }
  /** Something of it turned out not to work. */
  | { type: "failed"; at: Date }
  | { type: "proven"; at: Date };

const TYPES: readonly string[] = [
  "asked",
  "asked_back",
  "answered_back",
  "decided",
  "cleared",
  "granted",
  "failed",
  "proven",
] satisfies AccessFact["type"][];
export const isAccessFact = (fact: { type: string }): fact is AccessFact => TYPES.includes(fact.type);

/** Approval and proof are counted anew each time; the grant goes on where it was, like the resolution. */
export type AccessHistory = {
  readonly approval: Course | null;
  readonly proof: Course | null;
  readonly clearedAt: Date | null;
};

const NOTHING: AccessHistory = { approval: null, proof: null, clearedAt: null };

const begun = (startedAt: Date, before: Course | null): Course => ({
  startedAt,
  stops: [],
  held: null,
  first: before?.first ?? null,
  last: null,
});

function reached(course: Course | null, at: Date, by: Judgement | null): Course | null {
  if (!course || course.last) return course;
  const milestone = { at, by };
  return { ...goneOn(course, at), first: course.first ?? milestone, last: milestone };
}

function stopped(course: Course | null, from: Date): Course | null {
  if (!course || course.held || course.last) return course;
  const held: Stop = { from, to: null, reason: "reporter" };
  return { ...course, stops: [...course.stops, held], held };
}

function goneOn(course: Course, to: Date): Course {
  if (!course.held) return course;
  return { ...course, stops: [...course.stops.slice(0, -1), { ...course.held, to }], held: null };
}

export function accessAfter(before: AccessHistory | null, fact: AccessFact, by: Judgement | null): AccessHistory {
  const now = before ?? NOTHING;
  const { approval, proof } = now;
  switch (fact.type) {
    case "asked":
      return { ...now, approval: begun(fact.at, approval) };
    case "asked_back":
      return { ...now, approval: stopped(approval, fact.at) };
    case "answered_back":
      return { ...now, approval: approval && goneOn(approval, fact.at) };
    case "decided":
      return { ...now, approval: reached(approval, fact.at, by) };
    case "cleared":
      return { ...now, clearedAt: now.clearedAt ?? fact.at };
    case "granted":
      return { ...now, proof: begun(fact.at, proof) };
    case "failed":
    case "proven":
      return { ...now, proof: reached(proof, fact.at, by) };
  }
}
