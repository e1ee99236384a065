import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { sites } from "../directory/schema.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { mayFileAt } from "../policy/filing.ts";
import type { DraftContent } from "./request.ts";
import { accessDrafts } from "./schema.server.ts";

const MOST = 20;
const LONGEST = 20_000;
const KEPT_DAYS = 60;

/** What was typed so far, right or wrong, under the command id that the request will have. */
export async function saveDraft(
  ctx: PersonCtx,
  { id, siteId, content }: { id: string; siteId: number; content: DraftContent },
): Promise<void> {
  if (!mayFileAt(ctx.actor, siteId)) throw new DomainError("forbidden", "not_your_ward");
  if (JSON.stringify(content).length > LONGEST) throw new DomainError("limited", "draft_too_long");
  const personId = ctx.actor.personId;
  await ctx.db
    .insert(accessDrafts)
    .values({ id, personId, siteId, content, changedAt: ctx.now })
    .onConflictDoUpdate({
      target: accessDrafts.id,
      set: { content, siteId, changedAt: ctx.now },
      setWhere: eq(accessDrafts.personId, personId),
    });
  // The newest stay; somebody who begins twenty requests has forgotten the first.
  await ctx.db.execute(sql`delete from access_drafts where person_id = ${personId} and id not in (
    select id from access_drafts where person_id = ${personId} order by changed_at desc limit ${MOST})`);
}

const mine = (ctx: PersonCtx, id: string) =>
  and(eq(accessDrafts.id, id), eq(accessDrafts.personId, ctx.actor.personId));

export async function dropDraft(ctx: PersonCtx, id: string): Promise<void> {
  await ctx.db.delete(accessDrafts).where(mine(ctx, id));
}

export async function findDraft(ctx: PersonCtx, id: string) {
  const [draft] = await ctx.db.select().from(accessDrafts).where(mine(ctx, id));
  return draft ?? null;
}

export const listDrafts = (ctx: PersonCtx) =>
  ctx.db
    .select({
      ...{ id: accessDrafts.id, siteId: accessDrafts.siteId, changedAt: accessDrafts.changedAt },
      ward: { name: sites.name, unitKind: sites.unitKind },
      tries: sql<string | null>`${accessDrafts.content} ->> 'tries'`,
    })
    .from(accessDrafts)
    .innerJoin(sites, eq(sites.id, accessDrafts.siteId))
    .where(eq(accessDrafts.personId, ctx.actor.personId))
    .orderBy(desc(accessDrafts.changedAt))
    .limit(MOST);

export function sweepDrafts(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  return inContext(db, SYSTEM, now, async (ctx) => {
    const gone = await ctx.db
      .delete(accessDrafts)
      .where(lt(accessDrafts.changedAt, before))
      .returning({ id: accessDrafts.id });
    return gone.length;
  });
}
