import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { sites } from "../directory/schema.server.ts";
import type { SiteKind, UnitKind } from "../directory/site.ts";
import type { Role } from "../policy/roles.ts";

export type ScopeChoice = { id: number; name: string; kind: SiteKind; unitKind: UnitKind | null };
/** The part of the tree a report is about. */
export type Scope = { site: ScopeChoice; where: SQL };

const REPORTING: readonly Role[] = ["manager", "coordinator", "ward_lead"];

const COLUMNS = { id: sites.id, name: sites.name, kind: sites.kind, unitKind: sites.unitKind };

/** The places this person may report on: what the grants name, and the wards below a city grant. */
export function listScopes(ctx: PersonCtx, limit = 300): Promise<ScopeChoice[]> {
  const granted = ctx.actor.grants.filter((grant) => REPORTING.includes(grant.role));
  const city = granted.some((grant) => grant.siteKind === "city");
  const ids = granted.map((grant) => grant.siteId);
  if (ids.length === 0) return Promise.resolve([]);
  return ctx.db
    .select(COLUMNS)
    .from(sites)
    .where(
      or(
        inArray(sites.id, ids),
        city ? and(eq(sites.kind, "ward"), isNull(sites.validUntil)) : undefined,
        and(inArray(sites.parentId, ids), eq(sites.kind, "department")),
      ),
    )
    .orderBy(sql`${sites.kind} = 'city' desc`, sql`${sites.kind} = 'ward' desc`, asc(sites.name))
    .limit(limit);
}

/** Row-level security bounds what is read in any case; this says which part of it was asked for. */
export async function getScope(
  ctx: PersonCtx,
  siteId: number | null,
): Promise<{ scope: Scope; choices: ScopeChoice[] }> {
  const choices = await listScopes(ctx);
  const site = siteId === null ? choices[0] : choices.find((choice) => choice.id === siteId);
  if (!site) throw new DomainError("not_found", "scope");
  if (site.kind === "city") return { choices, scope: { site, where: sql`true` } };
  const column = site.kind === "ward" ? sql`site_id` : sql`department_id`;
  return { choices, scope: { site, where: sql`${column} = ${site.id}` } };
}
