import type { NameOf } from "#app/domain/tickets/describe-event.ts";
import type { TicketEvent } from "#app/domain/tickets/events.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { enCore } from "../en-core.ts";
import type { DUE as DUE_VI, EventWords, warned as warnedVi } from "../vi/ticket-events.ts";
import { ticketFacts } from "./ticket-facts.ts";

// By way of the core, so that its words stay in one piece.
const { tickets } = enCore;

const LINKED = { related: "related", duplicate: "a duplicate", follow_up: "a follow-up" };

const DUE: typeof DUE_VI = {
  first_response: "First response",
  resolution: "Resolution",
  approval: "Approval",
  grant: "Grant",
  proof: "Proof",
};

export const warned: typeof warnedVi = ({ target, percent, dueAt }) => {
  const by = dueAt === null ? "" : ` ${percent < 100 ? "by " : ""}${formatDateTime(new Date(dueAt))}`;
  if (percent < 100) return `${DUE[target]} is due${by}`;
  const since = by && `: was due${by}`;
  return percent > 100
    ? `${DUE[target]} is still overdue${since} (${percent} % of the time is used)`
    : `${DUE[target]} is overdue${since}`;
};

const REJUDGED = {
  calendar: "Deadlines recomputed because the calendar changed",
  policies: "Deadlines recomputed because the policies changed",
  ladder: "Deadlines recomputed",
  first_clocks: "Deadlines begin to count for a ticket from before",
};

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
export const lasting = (minutes: number) =>
  [
    minutes >= 60 && counted(Math.floor(minutes / 60), "hour"),
    (minutes < 60 || minutes % 60 > 0) && counted(minutes % 60, "minute"),
  ]
    .filter(Boolean)
    .join(" ");

type Reclassified = Extract<TicketEvent, { type: "ticket.reclassified" }>;

const numbered = (numbers: readonly number[]) => numbers.map((number) => `#${number}`).join(", ");

const changed = ({ changes }: Reclassified, nameOf: NameOf) =>
  [
    changes.kind && `the kind from ${tickets.kind[changes.kind.from]} to ${tickets.kind[changes.kind.to]}`,
    changes.systemId &&
      `the system from ${nameOf.system(changes.systemId.from)} to ${nameOf.system(changes.systemId.to)}`,
    changes.impact && `the impact from ${tickets.impact[changes.impact.from]} to ${tickets.impact[changes.impact.to]}`,
    changes.peopleWaiting && `citizens waiting from ${changes.peopleWaiting.from} to ${changes.peopleWaiting.to}`,
    changes.priority &&
      `the priority from ${changes.priority.from.toUpperCase()} to ${changes.priority.to.toUpperCase()}`,
  ]
    .filter(Boolean)
    .join("; ");

export const ticketEvents: EventWords = {
  "ticket.opened": (event, who) =>
    event.onBehalf ? `${who} reported this for somebody else` : `${who} sent the ticket`,
  "ticket.taken": (event, who, nameOf) =>
    event.fromId === null || nameOf.person(event.fromId) === who
      ? `${who} took the ticket`
      : `${who} took the ticket from ${nameOf.person(event.fromId)}`,
  "ticket.assigned": (event, who, nameOf) => `${who} assigned the ticket to ${nameOf.person(event.toId)}`,
  "ticket.released": (_, who) => `${who} put the ticket back in the queue`,
  "ticket.handed_over": (event, who, nameOf) => `${who} handed over to the second line: ${nameOf.team(event.teamId)}`,
  "ticket.handed_back": (event, who, nameOf) =>
    event.toId === null
      ? `${who} handed back to the engineer on site`
      : `${who} handed back to ${nameOf.person(event.toId)}`,
  "ticket.held": (event, who) => {
    const until = event.until === null ? "" : `, until ${formatDateTime(new Date(event.until))}`;
    return `${who} put the ticket on hold: ${ticketFacts.hold[event.reason]}${until}`;
  },
  "ticket.resumed": (_, who) => `${who} resumed work`,
  "ticket.reclassified": (event, who, nameOf) => `${who} changed ${changed(event, nameOf)}`,
  "ticket.resolved": (event, who) => `${who} resolved the ticket: ${ticketFacts.resolution[event.code]}`,
  "ticket.confirmed": (_, who) => `${who} confirmed that it works now`,
  "ticket.closed": () => "The ticket closed by itself: nobody answered after it was resolved",
  "ticket.reopened": (_, who) => `${who} says it is still broken`,
  "ticket.cancelled": (_, who) => `${who} cancelled the ticket`,
  "ticket.linked": (event, who) => `${who} linked #${event.to} (${LINKED[event.kind]})`,
  "ticket.unlinked": (event, who) => `${who} removed the link to #${event.to}`,
  "ticket.moved": (event, who, nameOf) =>
    `${who} moved the ticket from ${nameOf.ward(event.fromSiteId)} to ${nameOf.ward(event.toSiteId)}`,
  "ticket.joined": (event, who) =>
    event.peopleWaiting > 0
      ? `${who} has this too, ${event.peopleWaiting} citizens are waiting`
      : `${who} has this too`,
  "ticket.marked_duplicate": (event, who) => `${who} found this to be a duplicate. Work goes on at #${event.of}`,
  "ticket.duplicate_redirected": (event, who) => `${who} pointed this duplicate to the original #${event.of}`,
  "ticket.unmarked_duplicate": (event, who) => `${who} took this ticket out of #${event.of}: it is no duplicate`,
  "ticket.duplicate_found": (event, who) =>
    `${who} found ${numbered([event.number, ...event.along])} to be the same as this`,
  "ticket.duplicate_dropped": (event, who) =>
    `${who} took ${numbered([event.number, ...event.along])} out of this ticket: no duplicate`,
  "ticket.replied": (_, who) => `${who} replied`,
  "ticket.noted": (_, who) => `${who} wrote an internal note`,
  "ticket.warned": (event) => warned(event),
  "ticket.paged": (event) => `Again: nobody has taken this P1 for ${lasting(event.minutes)}`,
  "ticket.offered_again": (event) =>
    `Nothing has happened to this P1 for ${lasting(event.minutes)}: whoever can help may take it`,
  "ticket.reminded": (event) => `Reminder ${event.time}: the ticket still waits for the reporter's answer`,
  "ticket.unanswered": (event) => `The reporter was reminded ${event.reminders} times and has not answered`,
  "access.asked": (event, who) =>
    event.round === 1
      ? `${who} asked for access (${event.items})`
      : `${who} changed the request; it needs approval again`,
  "access.ordered": (event) =>
    event.cause === "left"
      ? `${event.items} rights of somebody who has left are to be revoked`
      : `${event.items} rights are to be revoked after the review`,
  "access.decided": (event, who, nameOf) => {
    const by = event.forId === null ? who : `${who} (for ${nameOf.person(event.forId)})`;
    const verdict = event.verdict === "approved" ? `${by} approved` : `${by} refused`;
    return event.reason === "" ? verdict : `${verdict}: ${event.reason}`;
  },
  "access.asked_back": (event, who) => `${who} asked back: ${event.question}`,
  "access.answered": (event, who) => `${who} answered the approver: ${event.answer}`,
  "access.granted": (event, who) => `${who} has done ${event.items.length}: ${event.done}`,
  "access.handed_back": (event, who) => `${who} could not do it: ${event.reason}`,
  "access.withdrawn": (event, who) => `${who} withdrew ${event.items.length}: ${event.reason}`,
  "access.proven": (event, who) =>
    event.atDesk ? `${who} checked at the desk: it works` : `${who} says that it works`,
  "access.failed": (event, who) =>
    event.atDesk
      ? `${who} checked at the desk: it still fails. ${event.note}`
      : `${who} says that it still fails: ${event.note}`,
  "access.proof_asked": (event) =>
    event.desk
      ? "Nobody said whether it works; the engineer of the ward checks at the desk"
      : `Asked for the ${event.time}. time whether it works`,
  "ticket.rejudged": ({ cause, moved }) => {
    const again = REJUDGED[cause];
    if (moved === null) return again;
    const at = (iso: string | null) => (iso === null ? "none" : formatDateTime(new Date(iso)));
    const what = moved.target === "closing" ? "closing by itself" : `${DUE[moved.target].toLowerCase()} due`;
    return `${again}: ${what} from ${at(moved.from)} to ${at(moved.to)}`;
  },
};
