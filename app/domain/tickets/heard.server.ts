import type { Ctx } from "#app/db/context.server.ts";
import type { TicketEvent } from "./events.ts";
import type { Ticket } from "./schema.server.ts";

export type Heard = {
  /** As it was, and as it is after the event. */
  before: Ticket;
  ticket: Ticket;
  event: TicketEvent;
  eventId: number;
};
type Listener = (ctx: Ctx, heard: Heard) => Promise<void>;

let listener: Listener | null = null;

/** Tickets append events; who makes something of them says so here. Within the transaction of the event. */
export function onTicketEvent(hear: Listener): void {
  listener = hear;
}

export async function tellListener(ctx: Ctx, heard: Heard): Promise<void> {
  if (ctx.quiet) return;
  if (!listener) throw new Error("nobody hears ticket events: import #app/domain/subscriptions.server.ts");
  await listener(ctx, heard);
}
