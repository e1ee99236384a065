export const IMPACTS = ["one_person", "one_department", "counter_slowed", "counter_stopped", "whole_ward"] as const;
export type Impact = (typeof IMPACTS)[number];

export const URGENCIES = ["now", "today", "later"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const PRIORITIES = ["p1", "p2", "p3", "p4"] as const;
export type Priority = (typeof PRIORITIES)[number];

export type PriorityMatrix = Record<Impact, Record<Urgency, Priority>>;

export const DEFAULT_MATRIX: PriorityMatrix = {
  one_person: { now: "p3", today: "p4", later: "p4" },
  one_department: { now: "p2", today: "p3", later: "p4" },
  counter_slowed: { now: "p2", today: "p2", later: "p3" },
  counter_stopped: { now: "p1", today: "p1", later: "p2" },
  whole_ward: { now: "p1", today: "p2", later: "p3" },
};

export const priorityFor = (matrix: PriorityMatrix, impact: Impact, urgency: Urgency): Priority =>
  matrix[impact][urgency];

/** Impacts at a counter ask how many citizens are waiting now. */
export const asksWaiting = (impact: Impact) =>
  impact === "counter_slowed" || impact === "counter_stopped" || impact === "whole_ward";

/** All cells in their order, row by row, in short: what an editor was looking at. */
export const matrixText = (matrix: PriorityMatrix): string =>
  IMPACTS.flatMap((impact) => URGENCIES.map((urgency) => matrix[impact][urgency])).join(",");

/** The form field of one cell. */
export const matrixCell = (impact: Impact, urgency: Urgency) => `${impact}.${urgency}`;
