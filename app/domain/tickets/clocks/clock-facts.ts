import type { Judged } from "../../sla/judged.ts";
import type { ClockFact, Judgement } from "../../sla/replay.ts";
import type { AccessStanding, TicketEvent } from "../events.ts";

/** What of an event the clocks need. */
export type ClockEvent = { event: TicketEvent; at: Date; answers: boolean; judged: Judged | null };

type Facts = {
  [T in TicketEvent["type"]]: ((event: Extract<TicketEvent, { type: T }>, at: Date) => ClockFact[]) | null;
};

const wentOn = (_: unknown, at: Date): ClockFact[] => [{ type: "went_on", at }];
const dropped = (_: unknown, at: Date): ClockFact[] => [{ type: "dropped", at }];

/** What it means that a request for access waits for something else from now on. */
function movedTo({ from, to }: { from: AccessStanding; to: AccessStanding }, at: Date): ClockFact[] {
  if (from === to) return [];
  const goesOn: ClockFact[] = from === "waits" ? [{ type: "went_on", at }] : [];
  switch (to) {
    case "approval":
      return [{ type: "held", at, reason: "approval", until: null }];
    case "waits":
      return [{ type: "held", at, reason: "reporter", until: null }];
    case "grant":
      return from === "proof" ? [{ type: "failed", at }] : [{ type: "cleared", at }];
    case "proof":
      return [...goesOn, { type: "granted", at }];
    case "closed":
      return from === "proof" ? [{ type: "proven", at }] : [...goesOn, { type: "solved", at }];
    case "cancelled":
      return [{ type: "dropped", at }];
  }
}

/** What each event means to a clock; null where it means nothing. An event without its line does not compile. */
const FACTS: Facts = {
  "ticket.opened": (_, at) => [{ type: "started", at }],
  "ticket.taken": wentOn,
  "ticket.assigned": wentOn,
  "ticket.released": wentOn,
  "ticket.handed_over": wentOn,
  "ticket.handed_back": wentOn,
  "ticket.held": ({ reason, until }, at) => [
    { type: "held", at, reason, until: until === null ? null : new Date(until) },
  ],
  "ticket.resumed": wentOn,
  "ticket.reclassified": () => [],
  "ticket.resolved": (_, at) => [{ type: "solved", at }],
  "ticket.confirmed": null,
  "ticket.closed": null,
  "ticket.reopened": (_, at) => [{ type: "reopened", at }],
  "ticket.cancelled": dropped,
  "ticket.linked": null,
  "ticket.unlinked": null,
  "ticket.moved": wentOn,
  "ticket.joined": null,
  "ticket.marked_duplicate": dropped,
  "ticket.duplicate_redirected": null,
  "ticket.unmarked_duplicate": ({ now }, at) => [{ type: "taken_up", at, answered: now.firstResponseAt !== null }],
  "ticket.duplicate_found": null,
  "ticket.duplicate_dropped": null,
  "ticket.replied": null,
  "ticket.noted": null,
  "ticket.warned": null,
  "ticket.paged": null,
  "ticket.offered_again": null,
  "ticket.reminded": null,
  "ticket.unanswered": null,
  "access.asked": (_, at) => [{ type: "asked", at }],
  "access.ordered": movedTo,
  "access.decided": ({ over, ...move }, at) => [
    ...(over ? [{ type: "decided", at } as const] : []),
    ...movedTo(move, at),
  ],
  "access.asked_back": (_, at) => [{ type: "asked_back", at }],
  "access.answered": (_, at) => [{ type: "answered_back", at }],
  "access.granted": movedTo,
  "access.handed_back": movedTo,
  "access.withdrawn": movedTo,
  "access.proven": movedTo,
  "access.failed": movedTo,
  "access.proof_asked": null,
  // Its judgement says it all.
  "ticket.rejudged": () => [],
};

export const movesClocks = (type: TicketEvent["type"]): boolean => FACTS[type] !== null;
export const CLOCK_EVENTS: readonly string[] = Object.entries(FACTS).flatMap(([type, facts]) => (facts ? [type] : []));

/** A ticket's events, oldest first, as what its clocks are made of. */
export function factsFrom(events: readonly ClockEvent[], judgementOf: (judged: Judged) => Judgement): ClockFact[] {
  return events.flatMap(({ event, at, answers, judged }): ClockFact[] => {
    // Safe because a line and its event are found by the same type.
    const facts = FACTS[event.type] as ((event: TicketEvent, at: Date) => ClockFact[]) | null;
    return [
      ...(facts?.(event, at) ?? []),
      ...(answers ? [{ type: "answered", at } as const] : []),
      ...(judged ? [{ type: "judged", at, judgement: judgementOf(judged) } as const] : []),
    ];
  });
}
