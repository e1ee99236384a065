import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn, startOfDate } from "#app/lib/time.ts";
import { inVietnamese } from "../directory/in-vietnamese.server.ts";
import { sites } from "../directory/schema.server.ts";
import type { SiteKind, UnitKind } from "../directory/site.ts";
import type { Role } from "../policy/roles.ts";

export type ScopeChoice = {
  id: number;
  name: string;
  kind: SiteKind;
  unitKind: UnitKind | null;
  /** The last day of a place that is no more: its tickets stay its own. */
  endedOn: Date | null;
};
/** The part of the tree a report is about. */
export type Scope = { site: ScopeChoice; where: SQL };

const REPORTING: readonly Role[] = ["manager", "coordinator", "ward_lead"];

/**
 * The places this person may report on, each ward above its departments: what the grants name and what lies below;
 * of a whole city the departments of one ward alone, the one that `near` is or belongs to.
 */
export async function listScopes(ctx: PersonCtx, near: number | null = null, limit = 400): Promise<ScopeChoice[]> {
  const granted = ctx.actor.grants.filter((grant) => REPORTING.includes(grant.role));
  const city = granted.some((grant) => grant.siteKind === "city");
  const ids = granted.map((grant) => grant.siteId);
  if (ids.length === 0) return [];
  const today = dateIn(ctx.now);
  const nearby = sql`${near}::int in (${sites.id}, ${sites.parentId})
    or ${sites.parentId} = (select parent_id from sites here where here.id = ${near}::int and here.kind = 'department')`;
  const wardName = sql`(select ward.name from sites ward where ward.id = sites.path[2])`;
  const rows = await ctx.db
    .select({
      id: sites.id,
      name: sites.name,
      kind: sites.kind,
      unitKind: sites.unitKind,
      endedOn: sql<string | null>`case when ${sites.validUntil} < ${today}::date then ${sites.validUntil}::text end`,
    })
    .from(sites)
    .where(
      or(
        inArray(sites.id, ids),
        and(inArray(sites.parentId, ids), eq(sites.kind, "department")),
        city ? eq(sites.kind, "ward") : undefined,
        city && near !== null ? and(eq(sites.kind, "department"), nearby) : undefined,
      ),
    )
    .orderBy(
      sql`${sites.kind} = 'city' desc`,
      inVietnamese(wardName),
      sql`${sites.path}[2]`,
      sql`${sites.kind} = 'ward' desc`,
      sites.id,
    )
    .limit(limit);
  return rows.map((row) => ({ ...row, endedOn: row.endedOn === null ? null : startOfDate(row.endedOn) }));
}

/** Row-level security bounds what is read in any case; this says which part of it was asked for. */
export async function getScope(
  ctx: PersonCtx,
  siteId: number | null,
): Promise<{ scope: Scope; choices: ScopeChoice[] }> {
  const choices = await listScopes(ctx, siteId);
  const site = siteId === null ? choices[0] : choices.find((choice) => choice.id === siteId);
  if (!site) throw new DomainError("not_found", "scope");
  if (site.kind === "city") return { choices, scope: { site, where: sql`true` } };
  const column = site.kind === "ward" ? sql`site_id` : sql`department_id`;
  return { choices, scope: { site, where: sql`${column} = ${site.id}` } };
}
