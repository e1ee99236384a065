import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { type Changed, lockTicket, type Outcome, record, type Target } from "../tickets/change.server.ts";
import { once } from "../tickets/commands.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { type AccessItem, type AccessRequest, accessRequests } from "./schema.server.ts";
import { listItems } from "./steps.server.ts";

export type Requested = { ticket: Ticket; request: AccessRequest; items: AccessItem[] };

/** As changeTicket, for a request for access: see it, lock it, decide, say so; once per command id. */
export function changeAccess(
  ctx: PersonCtx,
  verb: string,
  { number, version, commandId }: Target,
  input: unknown,
  decide: (inner: PersonCtx, requested: Requested) => Promise<Outcome>,
): Promise<Changed> {
  return once(ctx, { id: commandId, verb, body: [number, input] }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    const ticket = await lockTicket(inner, number);
    const [request] = await inner.db.select().from(accessRequests).where(eq(accessRequests.ticketNumber, number));
    if (!request || ticket.accessPhase === null) throw new DomainError("not_found", "request");
    if (version !== undefined && version !== ticket.version)
      throw new DomainError("conflict", "ticket_changed", { version: ticket.version, since: version });
    if (ticket.status === "cancelled" && ticket.accessPhase !== "over")
      throw new DomainError("conflict", "request_cancelled");
    const outcome = await decide(inner, { ticket, request, items: await listItems(inner, number) });
    const { eventId } = await record(inner, ticket, outcome, commandId);
    return { number, eventId };
  });
}

/** Items by their ids, all of them in one of these states. */
export function itemsIn(
  items: readonly AccessItem[],
  ids: readonly number[],
  ...states: AccessItem["state"][]
): AccessItem[] {
  const wanted = items.filter(({ id }) => ids.includes(id));
  if (wanted.length === 0 || wanted.length < new Set(ids).size) throw new DomainError("not_found", "item");
  const other = wanted.find(({ state }) => !states.includes(state));
  if (other) throw new DomainError("conflict", `item_${other.state}`);
  return wanted;
}
