import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import type { Basis } from "./request.ts";
import { type AccessItem, entitlements } from "./schema.server.ts";

/** What was proven is what somebody has. A renewal takes the place of what it prolongs. */
export async function addEntitlement(ctx: Ctx, ticket: Ticket, item: AccessItem, basis: Basis): Promise<void> {
  const same = and(
    eq(entitlements.personId, item.personId),
    eq(entitlements.rightId, item.rightId),
    eq(entitlements.siteId, ticket.siteId),
    item.departmentId === null ? isNull(entitlements.departmentId) : eq(entitlements.departmentId, item.departmentId),
    isNull(entitlements.endedAt),
  );
  await ctx.db.update(entitlements).set({ endedAt: ctx.now, endedByItemId: item.id }).where(same);
  await ctx.db.insert(entitlements).values({
    ...{ siteId: ticket.siteId, departmentId: item.departmentId, personId: item.personId, rightId: item.rightId },
    ...{ position: item.position, validFrom: item.validFrom, validUntil: item.validUntil, basis, itemId: item.id },
    provenAt: ctx.now,
  });
}

/** Taken away in the other system. */
export async function endEntitlement(ctx: Ctx, { id, entitlementId }: AccessItem): Promise<void> {
  if (entitlementId === null) return;
  await ctx.db
    .update(entitlements)
    .set({ endedAt: ctx.now, endedByItemId: id })
    .where(and(eq(entitlements.id, entitlementId), isNull(entitlements.endedAt)));
}
