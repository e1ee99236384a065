import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { lockTicket, type Target } from "../tickets/change.server.ts";
import { once } from "../tickets/commands.server.ts";
import { replaceItems } from "./asking.server.ts";
import { findPlace } from "./deciding.server.ts";
import { type AskedItem, type Basis, isSettled } from "./request.ts";
import { accessRequests } from "./schema.server.ts";
import { listItems, listSteps } from "./steps.server.ts";

/** What runs out is still needed: an approver asks for it to be prolonged, and the request goes the way of its rights. */
export function renewInstead(
  ctx: PersonCtx,
  { number, version, commandId }: Target,
  input: { until: string; basis: Basis },
): Promise<{ number: number }> {
  return once(ctx, { id: commandId, verb: "renew_access", body: [number, input] }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    const ticket = await lockTicket(inner, number);
    if (version !== undefined && version !== ticket.version)
      throw new DomainError("conflict", "ticket_changed", { version: ticket.version, since: version });
    const [request] = await inner.db.select().from(accessRequests).where(eq(accessRequests.ticketNumber, number));
    if (request?.cause !== "expiring") throw new DomainError("conflict", "not_expiring");
    if (input.until < dateIn(ctx.now)) throw new DomainError("invalid", "ends_in_the_past");
    const open = (await listSteps(inner, number)).filter(({ state }) => state === "open");
    const places = await Promise.all(open.map((step) => findPlace(inner, step, number)));
    if (!places.some(({ place }) => place)) throw new DomainError("forbidden", "not_an_approver");
    const items = (await listItems(inner, number)).filter(({ state, kind }) => kind === "revoke" && !isSettled(state));
    const renewed = items.map(
      ({ rightId, personId, departmentId, position, entitlementId }): AskedItem => ({
        ...{ kind: "grant", rightId, personId, departmentId, position, entitlementId },
        ...{ from: dateIn(ctx.now), until: input.until },
      }),
    );
    const { tries, fails } = request;
    await replaceItems(inner, ticket, request, { items: renewed, tries, fails, basis: input.basis }, commandId);
    return { number };
  });
}
