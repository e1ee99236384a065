import { desc, gt, inArray, max } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { type Actor, SYSTEM } from "#app/domain/policy/actor.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";

export type Change = { event: number; ticket: number };

const columns = { event: ticketEvents.id, ticket: ticketEvents.ticketNumber };

export async function newestEvent(db: Db): Promise<number> {
  const [row] = await inContext(db, SYSTEM, new Date(), ({ db: tx }) =>
    tx.select({ id: max(ticketEvents.id) }).from(ticketEvents),
  );
  return Number(row?.id ?? 0);
}

/** Newest first, so that a bound cuts off the oldest. */
export function listChangesAfter(db: Db, actor: Actor, event: number, bound: number): Promise<Change[]> {
  return inContext(db, actor, new Date(), ({ db: tx }) =>
    tx.select(columns).from(ticketEvents).where(gt(ticketEvents.id, event)).orderBy(desc(ticketEvents.id)).limit(bound),
  );
}

/** Which of these events the actor may read: row-level security decides, internal notes included. */
export function listReadable(db: Db, actor: Actor, events: readonly number[]): Promise<Change[]> {
  return inContext(db, actor, new Date(), ({ db: tx }) =>
    tx
      .select(columns)
      .from(ticketEvents)
      .where(inArray(ticketEvents.id, [...events]))
      .limit(events.length),
  );
}
