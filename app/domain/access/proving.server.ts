import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { worksOn } from "../policy/tickets.ts";
import { type Changed, factsOf, type Target } from "../tickets/change.server.ts";
import { attachFiles } from "../tickets/files/files.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { changeAccess, itemsIn } from "./changing.server.ts";
import { moveOf } from "./moving.server.ts";
import { addEntitlement } from "./register.server.ts";
import { type AccessItem, accessItems } from "./schema.server.ts";

export type Proof = { itemId: number; works: boolean; note: string; fileIds: readonly string[] };

/** The person affected has tried it. Where they do not answer, the engineer of the ward looks at the desk, with them. */
export function proveItem(ctx: PersonCtx, target: Target, input: Proof): Promise<Changed> {
  return changeAccess(ctx, "prove_access", target, input, async (inner, { ticket, request, items }) => {
    const [item] = itemsIn(items, [input.itemId], "granted");
    if (!item) throw new DomainError("not_found", "item");
    const atDesk = requireWitness(inner, ticket, item);
    if (!input.works && input.note === "") throw new DomainError("invalid", "note_missing");
    const note = input.note === "" ? null : input.note;
    const said = { proofNote: note, proofAskAt: null };
    await inner.db
      .update(accessItems)
      .set(
        input.works
          ? { ...said, state: "proven", provenById: ctx.actor.personId, provenAt: ctx.now }
          : { ...said, state: "to_grant", fails: item.fails + 1 },
      )
      .where(eq(accessItems.id, item.id));
    if (input.works) await addEntitlement(inner, ticket, item, request.basis);
    await attachFiles(inner, input.fileIds, { ticketNumber: ticket.number, messageId: null });
    const { move, set } = await moveOf(inner, ticket, items);
    const type = input.works ? ("access.proven" as const) : ("access.failed" as const);
    const again = move.to === "grant" && move.from === "proof" && { reopenings: ticket.reopenings + 1 };
    return { set: { ...set, ...again }, event: { type, item: item.id, atDesk, note: input.note, ...move } };
  });
}

/** Not the requester, not whoever granted it: the person it is for, or the engineer once they were asked in vain. */
function requireWitness(ctx: PersonCtx, ticket: Ticket, item: AccessItem): boolean {
  const me = ctx.actor.personId;
  if (me === item.personId) return false;
  if (!worksOn(ctx.actor, factsOf(ticket, ctx.now))) throw new DomainError("forbidden", "affected_only");
  if (!item.atDesk) throw new DomainError("conflict", "affected_first");
  if (me === item.doneById) throw new DomainError("forbidden", "granted_by_you");
  return true;
}
