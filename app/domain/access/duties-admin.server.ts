import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdministering } from "../directory/requires-admin.server.ts";
import { systems } from "../directory/schema.server.ts";
import { accessRights, dutyConflicts } from "./schema.server.ts";

/** What the same person should not hold beside this right, and why. */
export async function listConflictsOf(ctx: Ctx, rightId: number) {
  const other = sql<number>`case when ${dutyConflicts.rightId} = ${rightId} then ${dutyConflicts.otherRightId} else ${dutyConflicts.rightId} end`;
  return ctx.db
    .select({
      id: accessRights.id,
      name: accessRights.name,
      nameEn: accessRights.nameEn,
      system: { name: systems.name, nameEn: systems.nameEn },
      reason: dutyConflicts.reason,
    })
    .from(dutyConflicts)
    .innerJoin(accessRights, eq(accessRights.id, other))
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(or(eq(dutyConflicts.rightId, rightId), eq(dutyConflicts.otherRightId, rightId)))
    .orderBy(asc(systems.sort), asc(accessRights.sort))
    .limit(100);
}

const pair = (one: number, other: number) => ({ rightId: Math.min(one, other), otherRightId: Math.max(one, other) });

/** Both ways at once: a conflict has no direction. Naming it again says it in other words. */
export async function addConflict(ctx: Ctx, rightId: number, otherId: number, reason: string): Promise<void> {
  await requireAdministering(ctx);
  if (rightId === otherId) throw new DomainError("invalid", "same_right");
  const { mine, other } = await namesOf(ctx, rightId, otherId);
  await ctx.db
    .insert(dutyConflicts)
    .values({ ...pair(rightId, otherId), reason })
    .onConflictDoUpdate({ target: [dutyConflicts.rightId, dutyConflicts.otherRightId], set: { reason } });
  await recordAudit(ctx, {
    action: "right.conflict_added",
    object: { id: rightId, name: mine },
    after: { right: other, reason },
  });
}

export async function removeConflict(ctx: Ctx, rightId: number, otherId: number): Promise<void> {
  await requireAdministering(ctx);
  const { rightId: low, otherRightId: high } = pair(rightId, otherId);
  const [gone] = await ctx.db
    .delete(dutyConflicts)
    .where(and(eq(dutyConflicts.rightId, low), eq(dutyConflicts.otherRightId, high)))
    .returning();
  if (!gone) return;
  const { mine, other } = await namesOf(ctx, rightId, otherId);
  await recordAudit(ctx, {
    action: "right.conflict_removed",
    object: { id: rightId, name: mine },
    before: { right: other, reason: gone.reason },
  });
}

async function namesOf(ctx: Ctx, rightId: number, otherId: number) {
  const rows = await ctx.db
    .select({ id: accessRights.id, name: accessRights.name })
    .from(accessRights)
    .where(inArray(accessRights.id, [rightId, otherId]));
  const [mine, other] = [rightId, otherId].map((id) => rows.find((row) => row.id === id)?.name);
  if (mine === undefined || other === undefined) throw new DomainError("invalid", "right_unknown");
  return { mine, other };
}
