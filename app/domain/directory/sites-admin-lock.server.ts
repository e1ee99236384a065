import { eq } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { sites } from "./schema.server.ts";

/** What a form was about, and in which state its writer saw it. */
export type Kept = { id: number; version?: number };
export type SiteRow = typeof sites.$inferSelect;

/** Holds a unit or department until the end of the transaction; refuses when it is no longer as the form showed it. */
export async function lockSite(ctx: Ctx, { id, version }: Kept): Promise<SiteRow> {
  const [site] = await ctx.db.select().from(sites).where(eq(sites.id, id)).for("update");
  if (!site || site.kind === "city") throw new DomainError("not_found", "site");
  if (version !== undefined && site.version !== version) throw new DomainError("conflict", "changed_meanwhile");
  return site;
}

/** A department's name says little without its unit's. */
export async function auditedSite(ctx: Ctx, site: SiteRow): Promise<{ id: number; name: string }> {
  if (site.kind !== "department" || site.parentId === null) return { id: site.id, name: site.name };
  const [unit] = await ctx.db.select({ name: sites.name }).from(sites).where(eq(sites.id, site.parentId));
  return { id: site.id, name: `${site.name}, ${unit?.name ?? ""}` };
}
