import { and, eq, isNull } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { sites, systems } from "../directory/schema.server.ts";
import { keepInformed, NOT_HELD } from "./assignment.server.ts";
import { type Changed, changeTicket, type Target } from "./change.server.ts";
import { readMatrix } from "./clocks/matrix.server.ts";
import type { Reclassification } from "./events.ts";
import { addFollower } from "./followers.server.ts";
import { type Impact, type Priority, priorityFor } from "./priority.ts";
import type { TicketKind } from "./ticket.ts";

export type Reclassify = {
  kind?: TicketKind;
  systemId?: number;
  impact?: Impact;
  peopleWaiting?: number;
  /** Overrides the matrix. */
  priority?: Priority;
  reason: string;
};

/** Changes what the ticket is about. A new impact gives a new priority by the matrix, unless a priority is given as well. */
export function reclassifyTicket(ctx: PersonCtx, target: Target, input: Reclassify): Promise<Changed> {
  return changeTicket(ctx, "reclassify", target, input, async (ticket, inner) => {
    if (input.systemId !== undefined) {
      const [system] = await inner.db.select({ id: systems.id }).from(systems).where(eq(systems.id, input.systemId));
      if (!system) throw new DomainError("invalid", "system_unknown");
    }
    const impact = input.impact ?? ticket.impact;
    const matrix = await readMatrix(inner);
    const byMatrix = impact === ticket.impact ? ticket.priority : priorityFor(matrix, impact, ticket.urgency);
    const wanted = {
      kind: input.kind ?? ticket.kind,
      systemId: input.systemId ?? ticket.systemId,
      impact,
      peopleWaiting: input.peopleWaiting ?? ticket.peopleWaiting,
      priority: input.priority !== undefined && input.priority !== ticket.priority ? input.priority : byMatrix,
    };
    const changes: Reclassification = {
      ...(wanted.kind !== ticket.kind && { kind: { from: ticket.kind, to: wanted.kind } }),
      ...(wanted.systemId !== ticket.systemId && { systemId: { from: ticket.systemId, to: wanted.systemId } }),
      ...(wanted.impact !== ticket.impact && { impact: { from: ticket.impact, to: wanted.impact } }),
      ...(wanted.peopleWaiting !== ticket.peopleWaiting && {
        peopleWaiting: { from: ticket.peopleWaiting, to: wanted.peopleWaiting },
      }),
      ...(wanted.priority !== ticket.priority && { priority: { from: ticket.priority, to: wanted.priority } }),
    };
    if (Object.keys(changes).length === 0) throw new DomainError("invalid", "nothing_changed");
    return { set: wanted, event: { type: "ticket.reclassified", changes, reason: input.reason } };
  });
}

/** To another ward: its engineers see it as new; the one who moved it keeps following. */
export function moveTicket(
  ctx: PersonCtx,
  target: Target,
  input: { toSiteId: number; reason: string },
): Promise<Changed> {
  return changeTicket(ctx, "move", target, input, async (ticket, inner) => {
    const [ward] = await inner.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, input.toSiteId), eq(sites.kind, "ward"), isNull(sites.validUntil)));
    if (!ward) throw new DomainError("invalid", "ward_unknown");
    if (ward.id === ticket.siteId) throw new DomainError("invalid", "same_ward");
    await keepInformed(inner, ticket);
    await addFollower(inner, ticket.number, ctx.actor.personId);
    return {
      set: { siteId: ward.id, departmentId: null, assigneeId: null, teamId: null, status: "new", ...NOT_HELD },
      event: { type: "ticket.moved", fromSiteId: ticket.siteId, toSiteId: ward.id, reason: input.reason },
    };
  });
}
