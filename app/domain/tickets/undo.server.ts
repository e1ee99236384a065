import { desc, eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { assignTicket, releaseTicket, takeTicket } from "./assignment.server.ts";
import type { Changed, Target } from "./change.server.ts";
import { once } from "./commands.server.ts";
import { unmarkDuplicate } from "./duplicates.server.ts";
import type { TicketEvent } from "./events.ts";
import { holdTicket } from "./holds.server.ts";
import { ticketEvents } from "./schema.server.ts";
import { reclassifyTicket } from "./triage.server.ts";
import { countsForUndo, reverseOf } from "./undo.ts";

/** Takes back one's own last change by the verb that leads back; the history keeps both. */
export function undoLastChange(ctx: PersonCtx, target: Target): Promise<Changed> {
  const { number, version, commandId } = target;
  return once(ctx, { id: commandId, verb: "undo", body: number }, (tx) =>
    takeBack({ ...tx, actor: ctx.actor }, { number, version }),
  );
}

async function takeBack(ctx: PersonCtx, target: Target): Promise<Changed> {
  const recent = await listRecent(ctx, target.number);
  const last = recent.find(({ event }) => countsForUndo(event));
  const reverse = reverseOf(last, ctx.actor.personId, ctx.now);
  if (!last || !reverse) throw new DomainError("conflict", "nothing_to_undo");
  const { event } = last;
  switch (event.type) {
    case "ticket.taken":
      return event.fromId === null ? releaseTicket(ctx, target) : assignTicket(ctx, target, event.fromId);
    case "ticket.released":
      return event.fromId === null || event.fromId === ctx.actor.personId
        ? takeTicket(ctx, target)
        : assignTicket(ctx, target, event.fromId);
    case "ticket.reclassified":
      return reclassifyTicket(ctx, target, { ...before(event.changes), reason: event.reason });
    case "ticket.marked_duplicate":
      return unmarkDuplicate(ctx, target);
    case "ticket.duplicate_found":
      return {
        ...(await unmarkDuplicate(ctx, { ...target, number: event.number, version: undefined })),
        number: target.number,
      };
    default:
      return holdAgain(ctx, target, recent);
  }
}

async function listRecent(ctx: PersonCtx, number: number) {
  const rows = await ctx.db
    .select({
      id: ticketEvents.id,
      type: ticketEvents.type,
      data: ticketEvents.data,
      actorId: ticketEvents.actorId,
      at: ticketEvents.at,
    })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketNumber, number))
    .orderBy(desc(ticketEvents.id))
    .limit(50);
  // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
  return rows.map(({ type, data, ...row }) => ({ ...row, event: { type, ...data } as TicketEvent }));
}

type Changes = Extract<TicketEvent, { type: "ticket.reclassified" }>["changes"];

const before = (changes: Changes) => ({
  kind: changes.kind?.from,
  systemId: changes.systemId?.from,
  impact: changes.impact?.from,
  peopleWaiting: changes.peopleWaiting?.from,
  priority: changes.priority?.from,
});

function holdAgain(ctx: PersonCtx, target: Target, recent: readonly { event: TicketEvent }[]): Promise<Changed> {
  const held = recent.map(({ event }) => event).find((event) => event.type === "ticket.held");
  if (!held) throw new DomainError("conflict", "nothing_to_undo");
  const until = held.until === null ? null : new Date(held.until);
  return holdTicket(ctx, target, {
    reason: held.reason,
    until: until && until > ctx.now ? until : null,
    why: held.why,
  });
}
