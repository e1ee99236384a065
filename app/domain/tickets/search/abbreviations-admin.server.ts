import { eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { fold, wordsIn } from "#app/lib/fold.ts";
import { requireAdmin } from "../../policy/require-admin.ts";
import { type AbbreviationKind, abbreviations } from "./abbreviations-schema.server.ts";
import { listExpansions } from "./search-expansions.server.ts";
import { parseQuery, type Reading, readingsOf } from "./search-query.ts";

export type Abbreviation = { short: string; long: string; kind: AbbreviationKind; changedAt: Date };
type Facts = Pick<Abbreviation, "short" | "long" | "kind">;

const ABBREVIATIONS_A_PAGE = 50;

/** By short form; every typed word is its beginning, or that of a word it stands for. */
export async function listAbbreviations(
  ctx: Ctx,
  wish: { q: string; kind: AbbreviationKind | null; after: string | null },
): Promise<{ rows: Abbreviation[]; more: boolean }> {
  const words = wordsIn(wish.q)
    .map((word) => `${word}:*`)
    .join(" & ");
  const rows = await ctx.db
    .select()
    .from(abbreviations)
    .where(
      sql`(${words} = '' or to_tsvector('simple', tram_words(${abbreviations.short} || ' ' || ${abbreviations.long})) @@ to_tsquery('simple', ${words}))
        and (${wish.kind}::text is null or ${abbreviations.kind} = ${wish.kind})
        and (${wish.after}::text is null or ${abbreviations.short} collate "C" > ${wish.after})`,
    )
    .orderBy(sql`${abbreviations.short} collate "C"`)
    .limit(ABBREVIATIONS_A_PAGE + 1);
  return { rows: rows.slice(0, ABBREVIATIONS_A_PAGE), more: rows.length > ABBREVIATIONS_A_PAGE };
}

export async function findAbbreviation(ctx: Ctx, short: string): Promise<Abbreviation | null> {
  const [row] = await ctx.db.select().from(abbreviations).where(eq(abbreviations.short, short));
  return row ?? null;
}

/** One word, as a search compares it: "ĐN" is dn. */
function foldedShort(typed: string): string {
  const short = fold(typed.trim());
  if (!/^[a-z0-9]{1,20}$/.test(short)) throw new DomainError("invalid", "short_malformed");
  return short;
}

const factsOf = ({ long, kind }: Facts) => ({ long, kind });

export async function addAbbreviation(ctx: Ctx, input: Facts): Promise<void> {
  requireAdmin(ctx.actor);
  const facts = { ...input, short: foldedShort(input.short) };
  const added = await ctx.db
    .insert(abbreviations)
    .values({ ...facts, changedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ short: abbreviations.short });
  if (added.length === 0) throw new DomainError("conflict", "short_taken");
  await audit(ctx, "added", facts.short, null, factsOf(facts));
}

async function lock(ctx: Ctx, short: string): Promise<Abbreviation> {
  const [row] = await ctx.db.select().from(abbreviations).where(eq(abbreviations.short, short)).for("update");
  if (!row) throw new DomainError("not_found", "abbreviation");
  return row;
}

/** `seen` is when it had last been changed as the form showed it. */
export async function changeAbbreviation(ctx: Ctx, input: Facts & { seen: Date }): Promise<void> {
  requireAdmin(ctx.actor);
  const row = await lock(ctx, input.short);
  if (row.changedAt.getTime() !== input.seen.getTime()) throw new DomainError("conflict", "changed_meanwhile");
  const [before, after] = [factsOf(row), factsOf(input)];
  if (before.long === after.long && before.kind === after.kind) return;
  await ctx.db
    .update(abbreviations)
    .set({ ...after, changedAt: ctx.now })
    .where(eq(abbreviations.short, row.short));
  await audit(ctx, "changed", row.short, before, after);
}

export async function removeAbbreviation(ctx: Ctx, short: string): Promise<void> {
  requireAdmin(ctx.actor);
  const row = await lock(ctx, short);
  await ctx.db.delete(abbreviations).where(eq(abbreviations.short, short));
  await audit(ctx, "removed", short, factsOf(row), null);
}

type Kept = ReturnType<typeof factsOf> | null;
const audit = (ctx: Ctx, done: "added" | "changed" | "removed", short: string, before: Kept, after: Kept) =>
  recordAudit(ctx, { action: `abbreviation.${done}`, object: { id: short, name: short }, before, after });

/** What was removed last under this short form, so that it can be put back; null when it stands there again. */
export async function findRemoved(ctx: Ctx, short: string): Promise<Facts | null> {
  requireAdmin(ctx.actor);
  if (await findAbbreviation(ctx, short)) return null;
  const [row] = await ctx.db.execute<{ before: Omit<Facts, "short"> }>(sql`
    select before from audit_entries where object_kind = 'abbreviation' and object_id = ${short}
      and action = 'abbreviation.removed' order by at desc, id desc limit 1`);
  return row ? { short, ...row.before } : null;
}

/** What a search would make of these words today. */
export async function tryOut(ctx: Ctx, typed: string): Promise<Reading[]> {
  return typed === "" ? [] : readingsOf(parseQuery(typed), await listExpansions(ctx));
}
