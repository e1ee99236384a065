import { desc, eq, lt, lte, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import type { Policy } from "./policy.ts";
import { slaPolicies } from "./schema.server.ts";

export type PolicyVersion = {
  version: number;
  list: readonly Policy[];
  /** "" for what was there from the start. */
  why: string;
  madeAt: Date;
  madeBy: string | null;
};

const VERSIONS_A_PAGE = 20;
const columns = {
  version: slaPolicies.version,
  list: slaPolicies.list,
  why: slaPolicies.why,
  madeAt: slaPolicies.madeAt,
  madeBy: people.fullName,
};
const versions = ({ db }: Ctx) =>
  db.select(columns).from(slaPolicies).leftJoin(people, eq(people.id, slaPolicies.madeById)).$dynamic();

/** What holds today. */
export async function getCurrentPolicies(ctx: Ctx): Promise<PolicyVersion> {
  const [current] = await versions(ctx).orderBy(desc(slaPolicies.version)).limit(1);
  if (!current) throw new Error("there are no policies");
  return current;
}

export type PolicyVersionLine = Omit<PolicyVersion, "list">;

/** Newest first. */
export async function listPolicyVersions(
  ctx: Ctx,
  after: number | null,
  limit = VERSIONS_A_PAGE,
): Promise<{ rows: PolicyVersionLine[]; next: number | null }> {
  const { list: _, ...line } = columns;
  const rows = await ctx.db
    .select(line)
    .from(slaPolicies)
    .leftJoin(people, eq(people.id, slaPolicies.madeById))
    .where(after === null ? sql`true` : lt(slaPolicies.version, after))
    .orderBy(desc(slaPolicies.version))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.version ?? null) : null };
}

/** A version beside the one it followed; null for the first. */
export async function getPolicyVersion(
  ctx: Ctx,
  version: number,
): Promise<{ version: PolicyVersion; before: PolicyVersion | null }> {
  requireAdmin(ctx.actor);
  const [asked, before = null] = await versions(ctx)
    .where(lte(slaPolicies.version, version))
    .orderBy(desc(slaPolicies.version))
    .limit(2);
  if (asked?.version !== version) throw new DomainError("not_found", "policies");
  return { version: asked, before };
}
