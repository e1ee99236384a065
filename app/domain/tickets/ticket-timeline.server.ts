import { and, desc, eq, lt } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { changesFacts, type TicketEvent } from "./events.ts";
import { messages, ticketEvents } from "./schema.server.ts";

export const TIMELINE_LENGTH = 200;

export type TimelineEvent = {
  id: number;
  event: TicketEvent;
  actorId: number | null;
  at: Date;
  version: number;
  /** Moved the version on: this is what a form filled in meanwhile has missed. */
  changes: boolean;
  message: { id: number; body: string; internal: boolean } | null;
};

/** The newest events, oldest first; `older` is where the page before them ends. */
export async function listTimeline(ctx: Ctx, number: number, { before, notes }: { before?: number; notes: boolean }) {
  const rows = await ctx.db
    .select({
      id: ticketEvents.id,
      type: ticketEvents.type,
      data: ticketEvents.data,
      actorId: ticketEvents.actorId,
      at: ticketEvents.at,
      version: ticketEvents.version,
      message: { id: messages.id, body: messages.body, visibility: messages.visibility },
    })
    .from(ticketEvents)
    .leftJoin(messages, eq(messages.id, ticketEvents.messageId))
    .where(
      and(
        eq(ticketEvents.ticketNumber, number),
        notes ? undefined : eq(ticketEvents.internal, false),
        before === undefined ? undefined : lt(ticketEvents.id, before),
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(TIMELINE_LENGTH + 1);
  const shown = rows.slice(0, TIMELINE_LENGTH).reverse();
  const events = shown.map(({ type, data, message, ...row }): TimelineEvent => {
    // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
    const event = { type, ...data } as TicketEvent;
    const readable = message && (notes || message.visibility === "public") ? message : null;
    return {
      ...row,
      event,
      changes: changesFacts(event.type),
      message: readable && { id: readable.id, body: readable.body, internal: readable.visibility === "internal" },
    };
  });
  return { events, older: rows.length > TIMELINE_LENGTH ? (shown[0]?.id ?? null) : null };
}
