export const TICKET_KINDS = [
  "software_error",
  "missing_permission",
  "account",
  "how_to",
  "data_correction",
  "equipment",
  "network",
  "other",
] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

export const TICKET_STATUSES = [
  "new",
  "assigned",
  "in_progress",
  "on_hold",
  "resolved",
  "closed",
  "cancelled",
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
/** How lists tell tickets apart: a duplicate was not cancelled by anybody who gave up on it. */
export const STANDINGS = [...TICKET_STATUSES, "duplicate"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Somebody on the support side still has work to do. */
const OPEN_STATUSES = ["new", "assigned", "in_progress", "on_hold"] as const satisfies readonly TicketStatus[];
export const isOpen = (status: Standing) => (OPEN_STATUSES as readonly Standing[]).includes(status);

const NEXT: Record<TicketStatus, readonly TicketStatus[]> = {
  // Straight to closed goes only what needs nobody's word that it works: a right that was taken away.
  new: ["assigned", "in_progress", "on_hold", "resolved", "closed", "cancelled"],
  assigned: ["new", "assigned", "in_progress", "on_hold", "resolved", "closed", "cancelled"],
  in_progress: ["new", "assigned", "in_progress", "on_hold", "resolved", "closed", "cancelled"],
  on_hold: ["new", "assigned", "in_progress", "resolved", "closed", "cancelled"],
  resolved: ["closed", "in_progress", "new", "assigned", "on_hold"],
  closed: ["in_progress", "new"],
  // Only a duplicate comes back, when it was none after all.
  cancelled: ["new", "assigned", "in_progress", "on_hold"],
};
export const mayBecome = (from: TicketStatus, to: TicketStatus) => NEXT[from].includes(to);

/** Where a request for access stands; `over` is proven, or refused. */
export const ACCESS_PHASES = ["approval", "grant", "proof", "over"] as const;
export type AccessPhase = (typeof ACCESS_PHASES)[number];

export const HOLD_REASONS = ["reporter", "approval", "vendor", "scheduled"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const RESOLUTION_CODES = [
  "fixed",
  "granted",
  "explained",
  "duplicate",
  "not_reproducible",
  "third_party",
] as const;
type ResolutionCode = (typeof RESOLUTION_CODES)[number];
/** The same as another ticket is no resolution of its own any more: markDuplicate says so. */
export const RESOLUTIONS_BY_HAND = ["fixed", "granted", "explained", "not_reproducible", "third_party"] as const;
export type Resolution = { code: ResolutionCode; cause: string; done: string };

export const LINK_KINDS = ["related", "duplicate", "follow_up"] as const;
export const LINKS_BY_HAND = ["related", "follow_up"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Answers to the questions that only some kinds ask. */
export type Answers = { saw?: string; errorMessage?: string };

/** "Still broken" reopens for this long after the resolution; later it files a linked new ticket. */
export const REOPEN_DAYS = 14;
/** Silence after a resolution closes the ticket, by the ward's calendar. */
export const CLOSE_AFTER_WORKING_DAYS = 3;
const DAY_MS = 86_400_000;
export const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);
export const mayStillReopen = (resolvedAt: Date, now: Date) => now <= daysAfter(resolvedAt, REOPEN_DAYS);

export const TITLE_MAX = 200;
export const TEXT_MAX = 20_000;
export const WAITING_MAX = 9_999;
