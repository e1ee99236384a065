import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import { peopleImports } from "../directory/schema.server.ts";
import { SYSTEM } from "./actor.ts";
import type { Outcome } from "./people-columns.ts";
import { writePlan } from "./people-import-apply.server.ts";
import { type Plan, planImport } from "./people-import-plan.server.ts";
import { readPeopleText } from "./people-import-read.server.ts";
import { readWorld } from "./people-import-world.server.ts";
import { requireAdmin } from "./require-admin.ts";

const KEPT_HOURS = 24;

export type ImportResult = { counts: Record<Outcome, number>; invited: number };
type Kept = { id: string; name: string; doneAt: Date | null; result: ImportResult | null };

/** Keeps the file until it is done or a day has passed; nothing else is written. */
export async function keepImport(ctx: PersonCtx, file: { name: string; content: string }): Promise<string> {
  requireAdmin(ctx.actor);
  await dropOldImports(ctx);
  const [kept] = await ctx.db
    .insert(peopleImports)
    .values({ ...file, byId: ctx.actor.personId, createdAt: ctx.now })
    .returning({ id: peopleImports.id });
  if (!kept) throw new Error("people_imports returned no row");
  return kept.id;
}

/** The dry run: what each line would do to the world as it is at this moment. */
export async function getImport(ctx: Ctx, id: string): Promise<Kept & { plan: Plan | null; ignored: string[] }> {
  requireAdmin(ctx.actor);
  const { content, ...kept } = await getKept(ctx, id);
  if (kept.doneAt) return { ...kept, plan: null, ignored: [] };
  return { ...kept, ...(await planOf(ctx, content)) };
}

/** Writes what was shown, or nothing: when the plan is another one by now, it has to be looked at again. */
export function doImport(ctx: Ctx, input: { id: string; hash: string; invite: boolean }): Promise<ImportResult> {
  return peopleWork(ctx, async (ctx) => {
    const kept = await getKept(ctx, input.id);
    if (kept.result) return kept.result;
    const { plan } = await planOf(ctx, kept.content);
    if (plan.hash !== input.hash) throw new DomainError("conflict", "plan_changed");
    const invited = await writePlan(ctx, plan, input.invite);
    const result: ImportResult = { counts: plan.counts, invited };
    await ctx.db
      .update(peopleImports)
      .set({ doneAt: ctx.now, result, content: "" })
      .where(and(eq(peopleImports.id, input.id), isNull(peopleImports.doneAt)));
    return result;
  });
}

/** Names and numbers of people are not kept for longer than they are needed. */
async function dropOldImports(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - KEPT_HOURS * 3_600_000);
  const gone = await ctx.db
    .delete(peopleImports)
    .where(lt(peopleImports.createdAt, before))
    .returning({ id: peopleImports.id });
  return gone.length;
}
export const sweepImports = (db: Db, now: Date): Promise<number> => inContext(db, SYSTEM, now, dropOldImports);

async function planOf(ctx: Ctx, content: string): Promise<{ plan: Plan; ignored: string[] }> {
  const read = readPeopleText(content);
  if (!read.ok) throw new DomainError("not_found", "import");
  return { plan: planImport(read.lines, await readWorld(ctx, read.lines)), ignored: read.ignored };
}

async function getKept(ctx: Ctx, id: string): Promise<Kept & { content: string }> {
  const [row] = await ctx.db
    .select({
      id: peopleImports.id,
      name: peopleImports.name,
      content: peopleImports.content,
      doneAt: peopleImports.doneAt,
      result: sql<ImportResult | null>`${peopleImports.result}`,
    })
    .from(peopleImports)
    .where(eq(peopleImports.id, id));
  if (!row) throw new DomainError("not_found", "import");
  return row;
}
