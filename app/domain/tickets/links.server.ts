import { and, eq, or } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { authorize, lockTicket, record } from "./change.server.ts";
import { ticketLinks } from "./schema.server.ts";
import type { LinkKind } from "./ticket.ts";

/** Both tickets must be visible; locked in the order of their numbers, so that two linkers cannot deadlock. */
async function lockBoth(ctx: PersonCtx, a: number, b: number) {
  const [low, high] = a < b ? [a, b] : [b, a];
  const first = await lockTicket(ctx, low);
  const second = await lockTicket(ctx, high);
  return first.number === a ? { from: first, to: second } : { from: second, to: first };
}

const between = (a: number, b: number) =>
  or(
    and(eq(ticketLinks.fromNumber, a), eq(ticketLinks.toNumber, b)),
    and(eq(ticketLinks.fromNumber, b), eq(ticketLinks.toNumber, a)),
  );

/** `bySystem`: the link is a consequence of another verb that was already allowed. */
export function linkTickets(
  ctx: PersonCtx,
  input: { number: number; to: number; kind: LinkKind },
  options: { bySystem?: boolean } = {},
): Promise<void> {
  if (input.number === input.to) throw new DomainError("invalid", "link_to_itself");
  return ctx.db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx };
    const { from, to } = await lockBoth(inner, input.number, input.to);
    if (!options.bySystem) authorize(inner, "link", from);
    const [exists] = await tx.select({ at: ticketLinks.at }).from(ticketLinks).where(between(from.number, to.number));
    if (exists) throw new DomainError("conflict", "already_linked");
    await tx.insert(ticketLinks).values({
      fromNumber: from.number,
      toNumber: to.number,
      kind: input.kind,
      byId: ctx.actor.personId,
      at: ctx.now,
    });
    await record(inner, from, { event: { type: "ticket.linked", to: to.number, kind: input.kind } });
    await record(inner, to, { event: { type: "ticket.linked", to: from.number, kind: input.kind } });
  });
}

export function unlinkTickets(ctx: PersonCtx, input: { number: number; to: number }): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx };
    const { from, to } = await lockBoth(inner, input.number, input.to);
    authorize(inner, "link", from);
    const gone = await tx.delete(ticketLinks).where(between(from.number, to.number)).returning({ at: ticketLinks.at });
    if (gone.length === 0) throw new DomainError("conflict", "not_linked");
    await record(inner, from, { event: { type: "ticket.unlinked", to: to.number } });
    await record(inner, to, { event: { type: "ticket.unlinked", to: from.number } });
  });
}
