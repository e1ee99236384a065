import { inArray } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { sites, systems } from "../directory/schema.server.ts";
import type { PlaceName } from "../directory/site.ts";
import type { Policy } from "./policy.ts";
import { listRightNames } from "./right-names.server.ts";

/** What the ids in policies stand for. */
export type PolicyNames = {
  systems: Record<number, { name: string; nameEn: string }>;
  sites: Record<number, PlaceName & { path: number[] }>;
  rights: Record<number, { name: string; nameEn: string }>;
};

/** By every id that these policies name, and those of `more`; also of what has ended since. */
export async function readPolicyNames(
  ctx: Ctx,
  policies: readonly Policy[],
  more?: { systemId: number; siteId: number; accessRightIds: readonly number[] },
): Promise<PolicyNames> {
  const systemIds = [
    ...new Set([...(more ? [more.systemId] : []), ...policies.flatMap(({ match }) => match.systemIds)]),
  ];
  const siteIds = [...new Set([...(more ? [more.siteId] : []), ...policies.flatMap(({ match }) => match.siteIds)])];
  const rightIds = [...(more?.accessRightIds ?? []), ...policies.flatMap(({ match }) => match.rightIds)];
  const [foundSystems, foundSites, foundRights] = await Promise.all([
    ctx.db
      .select({ id: systems.id, name: systems.name, nameEn: systems.nameEn })
      .from(systems)
      .where(inArray(systems.id, [0, ...systemIds])),
    ctx.db
      .select({ id: sites.id, name: sites.name, unitKind: sites.unitKind, path: sites.path })
      .from(sites)
      .where(inArray(sites.id, [0, ...siteIds])),
    listRightNames(ctx, rightIds),
  ]);
  return {
    systems: Object.fromEntries(foundSystems.map(({ id, ...name }) => [id, name])),
    sites: Object.fromEntries(foundSites.map(({ id, ...name }) => [id, name])),
    rights: Object.fromEntries(foundRights.map(({ id, ...name }) => [id, name])),
  };
}
