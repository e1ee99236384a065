import { inArray } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Actor } from "../policy/actor.ts";
import { worksOn } from "../policy/tickets.ts";
import { type Changed, factsOf, type Target } from "../tickets/change.server.ts";
import { attachFiles } from "../tickets/files/files.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { changeAccess, itemsIn } from "./changing.server.ts";
import { moveOf } from "./moving.server.ts";
import { endEntitlement } from "./register.server.ts";
import { type AccessItem, accessItems } from "./schema.server.ts";
import { dropEmptyTracks } from "./steps.server.ts";

/** Grants: the item's team, and those who work on the ticket. */
export const grants = (actor: Actor, ticket: Ticket, { teamId }: Pick<AccessItem, "teamId">, now: Date): boolean =>
  worksOn(actor, factsOf(ticket, now)) ||
  (actor.kind === "person" && actor.grants.some((grant) => teamId !== null && grant.teamId === teamId));

function requireGranter(ctx: PersonCtx, ticket: Ticket, items: readonly AccessItem[]): void {
  if (!items.every((item) => grants(ctx.actor, ticket, item, ctx.now)))
    throw new DomainError("forbidden", "granters_only");
  // Whoever grants is not whom it is for, whatever their roles.
  if (items.some(({ kind, personId }) => kind === "grant" && personId === ctx.actor.personId))
    throw new DomainError("forbidden", "not_for_yourself");
}

export type Granted = { itemIds: readonly number[]; done: string; fileIds: readonly string[] };

/** Done in the other system. What was given waits for its proof; what was taken away is over with it. */
export function grantItems(ctx: PersonCtx, target: Target, input: Granted): Promise<Changed> {
  return changeAccess(ctx, "grant_access", target, input, async (inner, { ticket, items }) => {
    // What was handed back may turn out to be possible once the requester has answered.
    const wanted = itemsIn(items, input.itemIds, "to_grant", "handed_back");
    requireGranter(inner, ticket, wanted);
    const [given, taken] = [
      wanted.filter(({ kind }) => kind === "grant"),
      wanted.filter(({ kind }) => kind === "revoke"),
    ];
    const facts = { done: input.done, doneById: ctx.actor.personId, doneAt: ctx.now };
    const setAll = (list: readonly AccessItem[], set: Partial<AccessItem>) =>
      inner.db
        .update(accessItems)
        .set({ ...facts, ...set })
        .where(inArray(accessItems.id, [0, ...list.map(({ id }) => id)]));
    // The job looks at once, and finds out when the first question is due.
    await setAll(given, { state: "granted", proofAskAt: ctx.now, proofAsked: 0, atDesk: false });
    await setAll(taken, { state: "proven", provenById: ctx.actor.personId, provenAt: ctx.now });
    for (const item of taken) await endEntitlement(inner, item);
    await attachFiles(inner, input.fileIds, { ticketNumber: ticket.number, messageId: null });
    const { move, set } = await moveOf(inner, ticket, items);
    return { set, event: { type: "access.granted", items: [...input.itemIds], done: input.done, ...move } };
  });
}

/** It cannot be done as it was asked for: back to whoever asked, with the reason. */
export function handBackItems(
  ctx: PersonCtx,
  target: Target,
  input: { itemIds: readonly number[]; reason: string },
): Promise<Changed> {
  return changeAccess(ctx, "hand_back_access", target, input, async (inner, { ticket, items }) => {
    const wanted = itemsIn(items, input.itemIds, "to_grant");
    requireGranter(inner, ticket, wanted);
    await inner.db
      .update(accessItems)
      .set({ state: "handed_back", handedBackWhy: input.reason })
      .where(inArray(accessItems.id, [...input.itemIds]));
    const { move, set } = await moveOf(inner, ticket, items);
    return { set, event: { type: "access.handed_back", items: [...input.itemIds], reason: input.reason, ...move } };
  });
}

/** The requester does without it. */
export function withdrawItems(
  ctx: PersonCtx,
  target: Target,
  input: { itemIds: readonly number[]; reason: string },
): Promise<Changed> {
  return changeAccess(ctx, "withdraw_access", target, input, async (inner, { ticket, items }) => {
    if (![ticket.reporterId, ticket.filedById].includes(ctx.actor.personId))
      throw new DomainError("forbidden", "requester_only");
    itemsIn(items, input.itemIds, "asked", "to_grant", "handed_back");
    await inner.db
      .update(accessItems)
      .set({ state: "withdrawn" })
      .where(inArray(accessItems.id, [...input.itemIds]));
    await dropEmptyTracks(inner, ticket.number);
    const { move, set } = await moveOf(inner, ticket, items);
    return { set, event: { type: "access.withdrawn", items: [...input.itemIds], reason: input.reason, ...move } };
  });
}
