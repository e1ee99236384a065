import { type Actor, type Grant, holds } from "./actor.ts";

/** The plain facts that decide; never a whole ticket. */
export type TicketFacts = {
  siteId: number;
  departmentId: number | null;
  reporterId: number;
  affectedPersonId: number | null;
  assigneeId: number | null;
  teamId: number | null;
  status: "new" | "assigned" | "in_progress" | "on_hold" | "resolved" | "closed" | "cancelled";
  /** Ended as the same as another ticket. */
  duplicate: boolean;
  /** How far a request for access has come; null: the ticket is none. */
  accessPhase: "approval" | "grant" | "proof" | "over" | null;
  /** "Still broken" may reopen it: resolved or closed, and not too long ago. */
  reopenable: boolean;
};

export const TICKET_ACTIONS = [
  "take",
  "assign",
  "release",
  "hand_over",
  "hand_back",
  "hold",
  "resume",
  "reclassify",
  "resolve",
  "confirm",
  "reopen",
  "follow_up",
  "cancel",
  "link",
  "mark_duplicate",
  "unmark_duplicate",
  "move",
  "reply",
  "note",
  "follow",
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** Why an action is refused; the words are in i18n under `refusal`. */
export type TicketRefusal =
  | "support_only"
  | "reporter_only"
  | "already_yours"
  | "nobody_assigned"
  | "not_open"
  | "not_on_hold"
  | "already_on_hold"
  | "not_resolved"
  | "not_with_team"
  | "closed_too_long"
  | "still_reopenable"
  | "closed"
  | "duplicate"
  | "not_duplicate"
  /** A request for access goes its own way: approved, granted, proven. */
  | "by_its_steps"
  | "awaiting_approval";

const at = (grant: Grant, ticket: TicketFacts) =>
  grant.siteKind === "city" || grant.siteId === ticket.siteId || grant.siteId === ticket.departmentId;

/** Works on this ticket: stationed at its ward, on the city's duty desk, or in the team it was handed to. */
export function worksOn(actor: Actor, ticket: TicketFacts): boolean {
  if (actor.kind !== "person") return actor.kind === "system";
  return actor.grants.some(
    (grant) =>
      ((grant.role === "engineer" || grant.role === "coordinator") && at(grant, ticket)) ||
      (grant.role === "specialist" && grant.teamId === ticket.teamId),
  );
}

/** Reads internal notes: those who work on it, and managers of the place. */
export function readsNotes(actor: Actor, ticket: TicketFacts): boolean {
  if (worksOn(actor, ticket)) return true;
  return actor.kind === "person" && actor.grants.some((grant) => grant.role === "manager" && at(grant, ticket));
}

const isParty = (actor: Actor, ticket: TicketFacts) =>
  actor.kind === "person" && (actor.personId === ticket.reporterId || actor.personId === ticket.affectedPersonId);

const open = (ticket: TicketFacts) => ["new", "assigned", "in_progress", "on_hold"].includes(ticket.status);

const BY_ITS_STEPS: readonly TicketAction[] = [
  ...(["resolve", "confirm", "reopen", "follow_up"] as const),
  ...(["hand_over", "hand_back", "reclassify", "mark_duplicate", "move"] as const),
];
/** Until it is approved there is nothing to work on. */
const AFTER_APPROVAL: readonly TicketAction[] = ["take", "assign", "release", "hold", "resume"];

/** null when the actor may do it now, else the reason. Whoever asks can already see the ticket. */
export function refusalOf(actor: Actor, action: TicketAction, ticket: TicketFacts): TicketRefusal | null {
  const works = worksOn(actor, ticket);
  const party = isParty(actor, ticket);
  if (ticket.accessPhase !== null && BY_ITS_STEPS.includes(action))
    return works || party ? "by_its_steps" : "support_only";
  if (ticket.accessPhase === "approval" && AFTER_APPROVAL.includes(action))
    return works ? "awaiting_approval" : "support_only";
  const me = actor.kind === "person" ? actor.personId : null;
  switch (action) {
    case "take":
      if (!works) return "support_only";
      if (!open(ticket)) return "not_open";
      return ticket.assigneeId === me && ticket.status === "in_progress" ? "already_yours" : null;
    case "assign":
    case "hand_over":
    case "reclassify":
    case "resolve":
    case "move":
    case "mark_duplicate":
      if (!works) return "support_only";
      return open(ticket) ? null : "not_open";
    case "release":
      if (!works) return "support_only";
      if (!open(ticket)) return "not_open";
      return ticket.assigneeId === null ? "nobody_assigned" : null;
    case "hand_back":
      if (!works) return "support_only";
      if (!open(ticket)) return "not_open";
      return ticket.teamId === null ? "not_with_team" : null;
    case "hold":
      if (!works) return "support_only";
      if (!open(ticket)) return "not_open";
      return ticket.status === "on_hold" ? "already_on_hold" : null;
    case "resume":
      if (!works) return "support_only";
      return ticket.status === "on_hold" ? null : "not_on_hold";
    case "confirm":
      if (!party) return "reporter_only";
      return ticket.status === "resolved" ? null : "not_resolved";
    case "reopen":
      if (!party && !works) return "reporter_only";
      if (ticket.status !== "resolved" && ticket.status !== "closed") return "not_resolved";
      return ticket.reopenable ? null : "closed_too_long";
    case "follow_up":
      if (!party) return "reporter_only";
      if (ticket.status !== "closed") return "not_resolved";
      return ticket.reopenable ? "still_reopenable" : null;
    case "cancel":
      if (!works && !party) return "reporter_only";
      return open(ticket) ? null : "not_open";
    case "link":
      return works ? null : "support_only";
    case "unmark_duplicate":
      if (!works) return "support_only";
      return ticket.duplicate ? null : "not_duplicate";
    case "reply":
      if (ticket.duplicate) return "duplicate";
      return ticket.status === "closed" || ticket.status === "cancelled" ? "closed" : null;
    case "note":
      return readsNotes(actor, ticket) ? null : "support_only";
    case "follow":
      return null;
  }
}

/** Sees the queue: anybody who works on tickets. */
export const seesQueue = (actor: Actor) => holds(actor, "engineer", "specialist", "coordinator");
export const administers = (actor: Actor) => holds(actor, "admin");
