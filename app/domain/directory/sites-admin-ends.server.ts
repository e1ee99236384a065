import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdministering } from "./requires-admin.server.ts";
import { sites } from "./schema.server.ts";
import { auditedSite, type Kept, lockSite, type SiteRow } from "./sites-admin-lock.server.ts";

/** `on` is the last day; a unit that merges names the one that takes over. */
export type SiteEnd = Kept & { on: string; mergedIntoId?: number };

/** Nothing is deleted: people, tickets and names stay where they are, only nothing new begins there. */
export async function endSite(ctx: Ctx, input: SiteEnd): Promise<void> {
  await requireAdministering(ctx);
  const site = await lockSite(ctx, input);
  if (input.on < site.validFrom) throw new DomainError("invalid", "ends_before_it_begins");
  await refuseOutlivingUnit(ctx, site, input.on);
  const successor =
    input.mergedIntoId === undefined ? null : await successorOf(ctx, site, input.mergedIntoId, input.on);
  const departments = site.kind === "ward" ? await endDepartments(ctx, site.id, input.on) : 0;
  await ctx.db
    .update(sites)
    .set({ validUntil: input.on, mergedIntoId: successor?.id ?? null, version: site.version + 1 })
    .where(eq(sites.id, site.id));
  await recordAudit(ctx, {
    action: successor ? "site.merged" : "site.ended",
    object: await auditedSite(ctx, site),
    before: { validUntil: site.validUntil },
    after: {
      validUntil: input.on,
      ...(successor && { mergedInto: successor.name }),
      ...(departments > 0 && { departments }),
    },
  });
}

async function successorOf(ctx: Ctx, site: SiteRow, id: number, on: string): Promise<SiteRow> {
  const successor = await lockSite(ctx, { id }).catch(() => null);
  const lives = successor?.kind === "ward" && (successor.validUntil === null || successor.validUntil > on);
  if (site.kind !== "ward" || !successor || !lives || successor.id === site.id) {
    throw new DomainError("invalid", "successor_unknown");
  }
  return successor;
}

/** The end of a department that went with its unit is its unit's to move. */
async function refuseOutlivingUnit(ctx: Ctx, site: SiteRow, on: string): Promise<void> {
  if (site.kind !== "department" || site.parentId === null) return;
  const unit = await lockSite(ctx, { id: site.parentId });
  if (unit.validUntil !== null && on > unit.validUntil) throw new DomainError("invalid", "unit_ends_earlier");
}

/** Departments do not outlive their unit. */
async function endDepartments(ctx: Ctx, unitId: number, on: string): Promise<number> {
  const of = and(eq(sites.parentId, unitId), eq(sites.kind, "department"));
  const [late] = await ctx.db
    .select({ id: sites.id })
    .from(sites)
    .where(and(of, sql`${sites.validFrom} > ${on}::date`))
    .limit(1);
  if (late) throw new DomainError("invalid", "department_begins_later");
  const ended = await ctx.db
    .update(sites)
    .set({ validUntil: on, version: sql`${sites.version} + 1` })
    .where(and(of, or(isNull(sites.validUntil), gte(sites.validUntil, on))))
    .returning({ id: sites.id });
  return ended.length;
}

/** Takes the end back; a unit brings along the departments that ended with it. */
export async function reopenSite(ctx: Ctx, input: Kept): Promise<void> {
  await requireAdministering(ctx);
  const site = await lockSite(ctx, input);
  if (site.validUntil === null) throw new DomainError("conflict", "not_ended");
  if (site.kind === "department" && site.parentId !== null) {
    const unit = await lockSite(ctx, { id: site.parentId });
    if (unit.validUntil !== null) throw new DomainError("invalid", "unit_has_ended");
  }
  const together = and(eq(sites.parentId, site.id), eq(sites.validUntil, site.validUntil));
  const open = { validUntil: null, mergedIntoId: null };
  const departments = await ctx.db
    .update(sites)
    .set({ ...open, version: sql`${sites.version} + 1` })
    .where(together)
    .returning({ id: sites.id });
  await ctx.db
    .update(sites)
    .set({ ...open, version: site.version + 1 })
    .where(eq(sites.id, site.id));
  await recordAudit(ctx, {
    action: "site.reopened",
    object: await auditedSite(ctx, site),
    before: { validUntil: site.validUntil },
    after: { validUntil: null, ...(departments.length > 0 && { departments: departments.length }) },
  });
}
