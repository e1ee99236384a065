import type { Target } from "../sla/policy.ts";
import type { Impact, Priority } from "./priority.ts";
import type { HoldReason, LinkKind, Resolution, TicketKind, TicketStatus } from "./ticket.ts";
import type { Whom } from "./warnings/ladder.ts";

type Change<T> = { from: T; to: T };
export type Reclassification = {
  kind?: Change<TicketKind>;
  systemId?: Change<number>;
  impact?: Change<Impact>;
  peopleWaiting?: Change<number>;
  priority?: Change<Priority>;
};

/** Where a ticket stood before it turned out to be a duplicate; what it goes back to when it was none. */
export type StoodAs = {
  status: TicketStatus;
  holdReason: HoldReason | null;
  holdUntil: string | null;
  firstResponseAt: string | null;
};

export type TicketEvent =
  | { type: "ticket.opened"; priority: Priority; impact: Impact; onBehalf: boolean }
  | { type: "ticket.taken"; fromId: number | null }
  | { type: "ticket.assigned"; toId: number; fromId: number | null }
  | { type: "ticket.released"; fromId: number | null }
  | { type: "ticket.handed_over"; teamId: number; fromId: number }
  | { type: "ticket.handed_back"; teamId: number; toId: number | null }
  | { type: "ticket.held"; reason: HoldReason; until: string | null; why: string }
  | { type: "ticket.resumed" }
  | { type: "ticket.reclassified"; changes: Reclassification; reason: string }
  | ({ type: "ticket.resolved" } & Resolution)
  | { type: "ticket.confirmed" }
  | { type: "ticket.closed" }
  | { type: "ticket.reopened"; stillFails: string }
  | { type: "ticket.cancelled"; reason: string }
  | { type: "ticket.linked"; to: number; kind: LinkKind }
  | { type: "ticket.unlinked"; to: number }
  | { type: "ticket.moved"; fromSiteId: number; toSiteId: number; reason: string }
  | { type: "ticket.joined"; peopleWaiting: number }
  /** `through`: the tickets, themselves duplicates now, that led from this one to the one that stays. */
  | { type: "ticket.marked_duplicate"; of: number; through: number[]; was: StoodAs }
  | { type: "ticket.duplicate_redirected"; of: number; through: number[] }
  | { type: "ticket.unmarked_duplicate"; of: number; now: StoodAs }
  /** On the ticket that stays; `along`: what had been a duplicate of the duplicate. */
  | { type: "ticket.duplicate_found"; number: number; along: number[] }
  | { type: "ticket.duplicate_dropped"; number: number; along: number[] }
  | { type: "ticket.replied" }
  | { type: "ticket.noted"; mentions?: number[] }
  /** A step of the ladder was reached. */
  | { type: "ticket.warned"; target: Target; percent: number; dueAt: string | null; whom: Whom[] }
  /** A P1 that nobody has taken for this many minutes. */
  | { type: "ticket.paged"; minutes: number }
  /** A P1 in work of which the support side has not been heard for this many minutes. */
  | { type: "ticket.offered_again"; minutes: number }
  /** The reporter, of what is still asked of them: for the first, second, third time. */
  | { type: "ticket.reminded"; time: number }
  /** The last reminder was not answered either. */
  | { type: "ticket.unanswered"; reminders: number }
  /** A request for access was put before its approvers; anew when it was changed. */
  | { type: "access.asked"; round: number; items: number }
  /** Rights are to be taken away that nobody needs to approve: of who has left, or after a review. */
  | ({ type: "access.ordered"; items: number; cause: "left" | "review" } & Moved)
  /** One decided; `over`: with it every step has its outcome. */
  | ({ type: "access.decided"; forId: number | null; over: boolean } & AccessDecision & Moved)
  | { type: "access.asked_back"; question: string }
  | { type: "access.answered"; answer: string }
  | ({ type: "access.granted"; items: number[]; done: string } & Moved)
  | ({ type: "access.handed_back"; items: number[]; reason: string } & Moved)
  | ({ type: "access.withdrawn"; items: number[]; reason: string } & Moved)
  /** The affected person tried it; `atDesk`: the ward's engineer with them. */
  | ({ type: "access.proven"; item: number; atDesk: boolean; note: string } & Moved)
  | ({ type: "access.failed"; item: number; atDesk: boolean; note: string } & Moved)
  /** Nobody has said yet whether it works: for the first, second time; then the ward's engineer looks. */
  | { type: "access.proof_asked"; items: number[]; time: number; desk: boolean }
  /** By a calendar or policies that changed since; `moved` is the deadline that is another now. */
  | { type: "ticket.rejudged"; recomputation: number; cause: RejudgedFor; moved: MovedDeadline | null };

type AccessDecision = {
  step: number;
  verdict: "approved" | "refused";
  reason: string;
};

/** What a request for access waits for: approval, the grant, its requester, the proof; or how it ended. */
export type AccessStanding = "approval" | "grant" | "waits" | "proof" | "closed" | "cancelled";
type Moved = { from: AccessStanding; to: AccessStanding };

export type RejudgedFor = "calendar" | "policies" | "ladder" | "first_clocks";
export type MovedDeadline = { target: Target | "closing"; from: string | null; to: string | null };

/** Talking, following and what is linked never conflict with anybody's edit, so they leave the version alone. */
const LEAVES_FACTS: readonly TicketEvent["type"][] = [
  "ticket.replied",
  "ticket.noted",
  "ticket.joined",
  "ticket.linked",
  "ticket.unlinked",
  "ticket.duplicate_found",
  "ticket.duplicate_dropped",
  "ticket.warned",
  "ticket.paged",
  "ticket.offered_again",
  "ticket.reminded",
  "ticket.unanswered",
  "ticket.rejudged",
  "access.proof_asked",
];
export const changesFacts = (type: TicketEvent["type"]) => !LEAVES_FACTS.includes(type);

/** Arithmetic over many tickets at once is nothing to open each of them for. */
export const isNews = (type: TicketEvent["type"]) => type !== "ticket.rejudged";

/** Work on another ticket that is only told here is no answer to this one's reporter. */
const NO_ANSWER: readonly TicketEvent["type"][] = [
  "ticket.opened",
  "ticket.noted",
  "ticket.unmarked_duplicate",
  "ticket.duplicate_redirected",
  "ticket.duplicate_found",
  "ticket.duplicate_dropped",
];
export const answersReporter = (type: TicketEvent["type"]) => !NO_ANSWER.includes(type);

/** For those who read internal notes. */
const INTERNAL: readonly TicketEvent["type"][] = [
  "ticket.noted",
  "ticket.warned",
  "ticket.paged",
  "ticket.offered_again",
  "ticket.unanswered",
];
export const isInternal = (type: TicketEvent["type"]) => INTERNAL.includes(type);
