import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { requireAdministering } from "./requires-admin.server.ts";
import { siteNames, sites } from "./schema.server.ts";
import type { UnitKind } from "./site.ts";
import { auditedSite, type Kept, lockSite, type SiteRow } from "./sites-admin-lock.server.ts";

export type NewUnit = { unitKind: UnitKind; name: string; formerArea?: string; validFrom: string };

export async function addUnit(ctx: Ctx, input: NewUnit): Promise<number> {
  await requireAdministering(ctx);
  const [city] = await ctx.db.select({ id: sites.id }).from(sites).where(eq(sites.kind, "city")).limit(1);
  if (!city) throw new DomainError("not_found", "site");
  await refuseNamesake(ctx, { ...input, parentId: city.id });
  return add(ctx, { ...input, kind: "ward", parentId: city.id });
}

export type NewDepartment = { unitId: number; name: string; validFrom: string };

/** Comes last in the order of its unit. */
export async function addDepartment(ctx: Ctx, { unitId, name, validFrom }: NewDepartment): Promise<number> {
  await requireAdministering(ctx);
  const unit = await lockSite(ctx, { id: unitId });
  if (unit.kind !== "ward") throw new DomainError("not_found", "site");
  refuseOutside(unit, validFrom);
  await refuseNamesake(ctx, { name, unitKind: null, parentId: unitId });
  const [last] = await ctx.db
    .select({ sort: sql<number>`coalesce(max(${sites.sort}), 0)::int` })
    .from(sites)
    .where(eq(sites.parentId, unitId));
  const facts = { name, validFrom, validUntil: unit.validUntil, sort: (last?.sort ?? 0) + 10 };
  return add(ctx, { ...facts, kind: "department", parentId: unitId });
}

/** A department begins while its unit is there. */
function refuseOutside(unit: SiteRow, validFrom: string): void {
  if (validFrom < unit.validFrom || (unit.validUntil !== null && validFrom > unit.validUntil)) {
    throw new DomainError("invalid", "outside_the_unit");
  }
}

async function add(ctx: Ctx, facts: Omit<typeof sites.$inferInsert, "path">): Promise<number> {
  const [site] = await ctx.db
    .insert(sites)
    .values({ ...facts, path: [] })
    .returning();
  if (!site) throw new Error("sites returned no row");
  await ctx.db.execute(sql`
    update sites s set path = parent.path || s.id from sites parent where parent.id = s.parent_id and s.id = ${site.id}`);
  await recordAudit(ctx, {
    action: "site.added",
    object: await auditedSite(ctx, site),
    after: { name: site.name, unitKind: site.unitKind, formerArea: site.formerArea, validFrom: site.validFrom },
  });
  return site.id;
}

/** Two rows of one list that read the same would be told apart by nobody. */
async function refuseNamesake(
  ctx: Ctx,
  site: { name: string; unitKind: UnitKind | null; parentId: number | null; id?: number },
) {
  if (site.parentId === null) return;
  const today = dateIn(ctx.now);
  const [namesake] = await ctx.db
    .select({ id: sites.id })
    .from(sites)
    .where(
      and(
        eq(sites.parentId, site.parentId),
        sql`lower(${sites.name}) = lower(${site.name})`,
        site.unitKind ? eq(sites.unitKind, site.unitKind) : isNull(sites.unitKind),
        or(isNull(sites.validUntil), sql`${sites.validUntil} >= ${today}::date`),
        ne(sites.id, site.id ?? 0),
      ),
    )
    .limit(1);
  if (namesake) throw new DomainError("conflict", "name_taken");
}

export type SiteChange = Kept & {
  name: string;
  unitKind: UnitKind | null;
  formerArea: string | null;
  validFrom: string;
  /** A slip of the keyboard leaves no former name behind. */
  keepOldName: boolean;
};

export async function changeSite(ctx: Ctx, input: SiteChange): Promise<void> {
  await requireAdministering(ctx);
  const site = await lockSite(ctx, input);
  const unitKind = site.kind === "ward" ? (input.unitKind ?? site.unitKind) : null;
  const formerArea = site.kind === "ward" ? input.formerArea : null;
  if (site.validUntil !== null && input.validFrom > site.validUntil)
    throw new DomainError("invalid", "begins_too_late");
  if (site.kind === "department" && site.parentId !== null && input.validFrom !== site.validFrom) {
    refuseOutside(await lockSite(ctx, { id: site.parentId }), input.validFrom);
  }
  await refuseNamesake(ctx, { ...site, name: input.name, unitKind });
  const after = { name: input.name, unitKind, formerArea, validFrom: input.validFrom };
  const before = {
    name: site.name,
    unitKind: site.unitKind,
    formerArea: site.formerArea,
    validFrom: site.validFrom,
  };
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const renamed = before.name !== after.name || before.unitKind !== after.unitKind;
  if (renamed && input.keepOldName) {
    const until = dateIn(ctx.now);
    await ctx.db.insert(siteNames).values({ siteId: site.id, name: site.name, unitKind: site.unitKind, until });
  }
  await ctx.db
    .update(sites)
    .set({ ...after, version: site.version + 1 })
    .where(eq(sites.id, site.id));
  await recordAudit(ctx, { action: "site.changed", object: await auditedSite(ctx, site), before, after });
}

/** Moves a department one place up or down among those of its unit that have not ended. */
export async function orderDepartment(ctx: Ctx, input: { id: number; direction: "up" | "down" }): Promise<void> {
  await requireAdministering(ctx);
  const department = await lockSite(ctx, input);
  if (department.kind !== "department" || department.parentId === null) throw new DomainError("not_found", "site");
  const unit = await lockSite(ctx, { id: department.parentId });
  const rows = await ctx.db.execute<{ id: number }>(sql`
    select id from sites where parent_id = ${unit.id} and (valid_until is null or valid_until >= ${dateIn(ctx.now)}::date)
    order by sort, id`);
  const ids = rows.map(({ id }) => id);
  const from = ids.indexOf(department.id);
  const to = from + (input.direction === "up" ? -1 : 1);
  if (from === -1 || to < 0 || to >= ids.length) return;
  ids.splice(to, 0, ...ids.splice(from, 1));
  await ctx.db.execute(sql`
    update sites s set sort = wanted.place * 10
    from unnest(${`{${ids.join(",")}}`}::int[]) with ordinality as wanted (id, place) where wanted.id = s.id`);
  await recordAudit(ctx, {
    action: "site.ordered",
    object: await auditedSite(ctx, department),
    before: { place: from + 1 },
    after: { place: to + 1 },
  });
}
