import { and, asc, desc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { inVietnamese } from "./in-vietnamese.server.ts";
import { sites, systems, systemUsage, teams } from "./schema.server.ts";
import type { PlaceName } from "./site.ts";

export type SystemChoice = { id: number; key: string; name: string; nameEn: string };

/** Not retired, or only from a later day on. */
export const inUse = (now: Date) => or(isNull(systems.retiredAt), gt(systems.retiredAt, now));

/** Systems in use, the ones this ward really reports on top. */
export function listSystems(ctx: Ctx, wardId: number | null = null, limit = 100): Promise<SystemChoice[]> {
  return ctx.db
    .select({ id: systems.id, key: systems.key, name: systems.name, nameEn: systems.nameEn })
    .from(systems)
    .leftJoin(systemUsage, and(eq(systemUsage.systemId, systems.id), eq(systemUsage.siteId, wardId ?? 0)))
    .where(inUse(ctx.now))
    .orderBy(desc(sql`coalesce(${systemUsage.tickets}, 0)`), asc(systems.sort), asc(systems.id))
    .limit(limit);
}

export function listTeams(ctx: Ctx, limit = 100) {
  return ctx.db
    .select({ id: teams.id, key: teams.key, name: teams.name, nameEn: teams.nameEn })
    .from(teams)
    .orderBy(inVietnamese(teams.name))
    .limit(limit);
}

export type Place = PlaceName & { id: number };

/** Begun and not ended on this day; both days count. */
const inForce = (now: Date): SQL => {
  const today = dateIn(now);
  return sql`${sites.validFrom} <= ${today}::date and (${sites.validUntil} is null or ${sites.validUntil} >= ${today}::date)`;
};

/** Wards of today, all of them or the given ones. 168 in the whole city. */
export function listWards(ctx: Ctx, ids?: readonly number[], limit = 300): Promise<Place[]> {
  return ctx.db
    .select({ id: sites.id, name: sites.name, unitKind: sites.unitKind })
    .from(sites)
    .where(
      and(
        eq(sites.kind, "ward"),
        inForce(ctx.now),
        ids && sql`${sites.id} = any(${sql.param(`{${ids.join(",")}}`)}::int[])`,
      ),
    )
    .orderBy(inVietnamese(sites.name), asc(sites.id))
    .limit(limit);
}

/** Departments of a ward as of today. */
export function listDepartments(ctx: Ctx, wardId: number, limit = 60): Promise<Place[]> {
  return ctx.db
    .select({ id: sites.id, name: sites.name, unitKind: sites.unitKind })
    .from(sites)
    .where(and(eq(sites.parentId, wardId), eq(sites.kind, "department"), inForce(ctx.now)))
    .orderBy(asc(sites.sort), asc(sites.id))
    .limit(limit);
}
