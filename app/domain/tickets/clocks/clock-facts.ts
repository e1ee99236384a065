import type { Judged } from "../../sla/judged.ts";
import type { ClockFact, Judgement } from "../../sla/replay.ts";
import type { TicketEvent } from "../events.ts";

/** What of an event the clocks need. */
export type ClockEvent = { event: TicketEvent; at: Date; answers: boolean; judged: Judged | null };

type Facts = {
  [T in TicketEvent["type"]]: ((event: Extract<TicketEvent, { type: T }>, at: Date) => ClockFact[]) | null;
};

const wentOn = (_: unknown, at: Date): ClockFact[] => [{ type: "went_on", at }];
const dropped = (_: unknown, at: Date): ClockFact[] => [{ type: "dropped", at }];

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
