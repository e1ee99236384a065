import { and, desc, eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { teams } from "../directory/schema.server.ts";
import { keepInformed, NOT_HELD } from "./assignment.server.ts";
import { type Changed, changeTicket, type Target } from "./change.server.ts";
import { addFollower } from "./followers.server.ts";
import { ticketEvents } from "./schema.server.ts";

/** To a specialist team, saying what was tried; the engineer of the ward keeps following. */
export function handOverTicket(
  ctx: PersonCtx,
  target: Target,
  input: { teamId: number; tried: string },
): Promise<Changed> {
  return changeTicket(ctx, "hand_over", target, input, async (ticket, inner) => {
    const [team] = await inner.db.select({ id: teams.id }).from(teams).where(eq(teams.id, input.teamId));
    if (!team) throw new DomainError("invalid", "team_unknown");
    if (ticket.teamId === input.teamId) throw new DomainError("conflict", "already_with_team");
    await keepInformed(inner, ticket);
    await addFollower(inner, ticket.number, ctx.actor.personId);
    return {
      set: { teamId: input.teamId, assigneeId: null, status: "assigned", ...NOT_HELD },
      event: { type: "ticket.handed_over", teamId: input.teamId, fromId: ticket.assigneeId ?? ctx.actor.personId },
      message: { visibility: "internal", body: input.tried },
    };
  });
}

export function handBackTicket(ctx: PersonCtx, target: Target, input: { tried: string }): Promise<Changed> {
  return changeTicket(ctx, "hand_back", target, input, async (ticket, inner) => {
    const [last] = await inner.db
      .select({ data: ticketEvents.data })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketNumber, ticket.number), eq(ticketEvents.type, "ticket.handed_over")))
      .orderBy(desc(ticketEvents.id))
      .limit(1);
    const toId = typeof last?.data.fromId === "number" ? last.data.fromId : null;
    await keepInformed(inner, ticket);
    // A specialist reads through the team; following keeps the ticket readable once it has left.
    await addFollower(inner, ticket.number, ctx.actor.personId);
    return {
      set: { teamId: null, assigneeId: toId, status: toId === null ? "new" : "assigned", ...NOT_HELD },
      event: { type: "ticket.handed_back", teamId: ticket.teamId ?? 0, toId },
      message: { visibility: "internal", body: input.tried },
    };
  });
}
