import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { listGrants } from "../policy/grants.server.ts";
import { worksOn } from "../policy/tickets.ts";
import { type Changed, changeTicket, factsOf, type Target } from "./change.server.ts";
import { addFollower } from "./followers.server.ts";
import type { Ticket } from "./schema.server.ts";

export const NOT_HELD = { holdReason: null, holdUntil: null, remindAt: null } as const;

export function takeTicket(ctx: PersonCtx, target: Target): Promise<Changed> {
  return changeTicket(ctx, "take", target, null, async (ticket, inner) => {
    await keepInformed(inner, ticket);
    return {
      set: { status: "in_progress", assigneeId: ctx.actor.personId, ...NOT_HELD },
      event: { type: "ticket.taken", fromId: ticket.assigneeId },
    };
  });
}

export function assignTicket(ctx: PersonCtx, target: Target, toId: number): Promise<Changed> {
  return changeTicket(ctx, "assign", target, toId, async (ticket, inner) => {
    const grants = await listGrants(inner.db, toId, ctx.now);
    const assignee = { kind: "person", personId: toId, name: "", lang: "vi", grants } as const;
    if (!worksOn(assignee, factsOf(ticket, ctx.now))) throw new DomainError("invalid", "assignee_not_here");
    await keepInformed(inner, ticket);
    return {
      set: { status: "assigned", assigneeId: toId, ...NOT_HELD },
      event: { type: "ticket.assigned", toId, fromId: ticket.assigneeId },
    };
  });
}

/** Back to the queue, for whoever comes next. */
export function releaseTicket(ctx: PersonCtx, target: Target): Promise<Changed> {
  return changeTicket(ctx, "release", target, null, async (ticket, inner) => {
    await keepInformed(inner, ticket);
    return {
      set: { status: ticket.teamId === null ? "new" : "assigned", assigneeId: null, ...NOT_HELD },
      event: { type: "ticket.released", fromId: ticket.assigneeId },
    };
  });
}

/** Whoever had it keeps following when it goes to somebody else. */
export async function keepInformed(ctx: Ctx, ticket: Ticket): Promise<void> {
  if (ticket.assigneeId !== null) await addFollower(ctx, ticket.number, ticket.assigneeId);
}
