import type { Impact, Priority } from "./priority.ts";
import type { HoldReason, LinkKind, Resolution, TicketKind } from "./ticket.ts";

type Change<T> = { from: T; to: T };
export type Reclassification = {
  kind?: Change<TicketKind>;
  systemId?: Change<number>;
  impact?: Change<Impact>;
  peopleWaiting?: Change<number>;
  priority?: Change<Priority>;
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
  | { type: "ticket.replied" }
  | { type: "ticket.noted"; mentions?: number[] };

/** Talking and following never conflict with anybody's edit, so they leave the version alone. */
export const changesFacts = (type: TicketEvent["type"]) =>
  type !== "ticket.replied" &&
  type !== "ticket.noted" &&
  type !== "ticket.joined" &&
  type !== "ticket.linked" &&
  type !== "ticket.unlinked";
