import { and, asc, eq, lte } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { demoIsBeingWritten } from "../directory/settings.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { NOT_HELD } from "./assignment.server.ts";
import { type Changed, changeTicket, lockTicket, record, type Target } from "./change.server.ts";
import { tickets } from "./schema.server.ts";
import type { Resolution } from "./ticket.ts";

export function resolveTicket(ctx: PersonCtx, target: Target, input: Resolution): Promise<Changed> {
  return changeTicket(ctx, "resolve", target, input, (ticket) => ({
    set: {
      status: "resolved",
      resolvedAt: ctx.now,
      firstResolvedAt: ticket.firstResolvedAt ?? ctx.now,
      resolution: input,
      assigneeId: ticket.assigneeId ?? ctx.actor.personId,
      ...NOT_HELD,
    },
    event: { type: "ticket.resolved", ...input },
  }));
}

/** The reporter's word that it works again. */
export function confirmTicket(ctx: PersonCtx, target: Target): Promise<Changed> {
  return changeTicket(ctx, "confirm", target, null, () => ({
    set: { status: "closed", closedAt: ctx.now },
    event: { type: "ticket.confirmed" },
  }));
}

/** "Still broken": back to whoever worked on it. */
export function reopenTicket(ctx: PersonCtx, target: Target, input: { stillFails: string }): Promise<Changed> {
  return changeTicket(ctx, "reopen", target, input, (ticket) => ({
    set: {
      status: ticket.assigneeId === null ? "new" : "in_progress",
      resolvedAt: null,
      closedAt: null,
      reopenings: ticket.reopenings + 1,
    },
    event: { type: "ticket.reopened", stillFails: input.stillFails },
  }));
}

export function cancelTicket(ctx: PersonCtx, target: Target, input: { reason: string }): Promise<Changed> {
  return changeTicket(ctx, "cancel", target, input, () => ({
    set: { status: "cancelled", closedAt: ctx.now, ...NOT_HELD },
    event: { type: "ticket.cancelled", reason: input.reason },
  }));
}

/** Resolved, and nobody answered for three working days. */
export async function listSilentTickets(ctx: Ctx, limit = 200): Promise<number[]> {
  const due = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.status, "resolved"), lte(tickets.closesAt, ctx.now)))
    .orderBy(asc(tickets.closesAt), asc(tickets.number))
    .limit(limit);
  return due.map(({ number }) => number);
}

/** False when somebody was faster. */
export async function closeSilentTicket(ctx: Ctx, number: number): Promise<boolean> {
  const ticket = await lockTicket(ctx, number);
  const { status, closesAt } = ticket;
  if (status !== "resolved" || !closesAt || closesAt > ctx.now) return false;
  await record(ctx, ticket, { set: { status: "closed", closedAt: ctx.now }, event: { type: "ticket.closed" } });
  return true;
}

/** While a demo's past is being written it closes its own. Each ticket in its own transaction, so one bad row stops none of the others. */
export async function closeSilentTickets(db: Db, now: Date, limit = 200): Promise<number[]> {
  const due = await inContext(db, SYSTEM, now, async (ctx) =>
    (await demoIsBeingWritten(ctx.db)) ? [] : listSilentTickets(ctx, limit),
  );
  const closed: number[] = [];
  for (const number of due) {
    const done = await inContext(db, SYSTEM, now, (ctx) => closeSilentTicket(ctx, number)).catch((error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    });
    if (done) closed.push(number);
  }
  return closed;
}
