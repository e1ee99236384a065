/** Seconds. */
export type Times = { median: number | null; p90: number | null };

/**
 * How long a milestone took and whether it came in time. Wall time counts nights and holidays, service time is what the
 * clock counted. What has not been reached yet, never will be, or came before its beginning is told apart and never a zero.
 */
export type Spread = {
  wall: Times;
  service: Times;
  counted: number;
  pending: number;
  skipped: number;
  invalid: number;
  met: number;
  missed: number;
};

export type Numbers = {
  opened: number;
  resolved: number;
  backlog: number;
  /** Open and too late at this moment, whatever the period. */
  overdue: number;
  firstResponse: Spread;
  resolution: Spread;
  /** Which part of the time until the solution a vendor was waited for, counted or not. */
  vendorShare: number | null;
};

export const BREAKDOWNS = ["ward", "system", "kind", "priority"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];
export type Line = Numbers & { key: string };

export const ACCESS_MILESTONES = ["approval", "grant", "proof"] as const;
export type AccessMilestone = (typeof ACCESS_MILESTONES)[number];
export type AccessTimes = {
  milestone: AccessMilestone;
  counted: number;
  met: number;
  missed: number;
  service: Times;
  wall: Times;
};

export type Report = {
  total: Numbers;
  /** The first time the tickets of `total.resolution` were solved, and how many came back after it. */
  first: { wall: Times; service: Times; reopened: number };
  /** The steps of requests for access that were reached; none where there were none. */
  access: AccessTimes[];
  /** As many days just before. */
  before: { wall: number | null; service: number | null; met: number; missed: number };
  by: Record<Breakdown, Line[]>;
};

const NO_TIMES: Times = { median: null, p90: null };
const NOTHING: Spread = {
  wall: NO_TIMES,
  service: NO_TIMES,
  counted: 0,
  pending: 0,
  skipped: 0,
  invalid: 0,
  met: 0,
  missed: 0,
};
export const emptyNumbers = (): Numbers => ({
  opened: 0,
  resolved: 0,
  backlog: 0,
  overdue: 0,
  firstResponse: NOTHING,
  resolution: NOTHING,
  vendorShare: null,
});

/** Of those that were judged; null where none was. */
export const onTimeShare = ({ met, missed }: { met: number; missed: number }): number | null =>
  met + missed === 0 ? null : met / (met + missed);
