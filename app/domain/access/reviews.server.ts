import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { listWards, type Place } from "../directory/catalog.server.ts";
import { demoIsBeingWritten } from "../directory/settings.server.ts";
import { type Actor, SYSTEM } from "../policy/actor.ts";
import { writeToLeads } from "./leads.server.ts";
import { MOST_ITEMS } from "./request.ts";
import { accessReviewLines, accessReviews, entitlements } from "./schema.server.ts";
import { takeBack } from "./taking.server.ts";

const DAYS = 30;

/** A ward's own lead, or the duty desk of the city. */
export const mayReview = (actor: Actor, siteId: number): boolean =>
  actor.kind === "person" &&
  actor.grants.some(
    (grant) =>
      (grant.role === "ward_lead" && grant.siteId === siteId) ||
      (grant.role === "coordinator" && (grant.siteKind === "city" || grant.siteId === siteId)),
  );

/** Wards of which this person is the lead and whose review of this year has not begun, though somebody has something there. */
export async function listReviewable(ctx: PersonCtx): Promise<Place[]> {
  const leads = ctx.actor.grants.flatMap(({ role, siteId, siteKind }) =>
    role === "ward_lead" && siteKind === "ward" ? siteId : [],
  );
  if (leads.length === 0) return [];
  const rows = await ctx.db.execute<{ site_id: number }>(sql`
    select s.id as site_id from sites s where s.id = any (${sql.param(`{${leads.join(",")}}`)}::int[])
      and exists (select from entitlements e where e.site_id = s.id and e.ended_at is null)
      and not exists (select from access_reviews r where r.site_id = s.id and r.year = ${yearOf(ctx.now)})`);
  const ids = rows.map(({ site_id }) => site_id);
  return ids.length === 0 ? [] : listWards(ctx, ids);
}

/** Every January, for each ward where somebody has something; gives how many. */
export async function openYearlyReviews(db: Db, now: Date): Promise<number> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    if (await demoIsBeingWritten(ctx.db)) return 0;
    const rows = await ctx.db.execute<{ site_id: number }>(sql`
      select distinct e.site_id from entitlements e where e.ended_at is null
        and not exists (select from access_reviews r where r.site_id = e.site_id and r.year = ${yearOf(now)})
      limit 2000`);
    for (const { site_id } of rows) await open(ctx, site_id);
    await writeToLeads(
      ctx,
      rows.map(({ site_id }) => site_id),
    );
    return rows.length;
  });
}

const yearOf = (now: Date) => Number(dateIn(now).slice(0, 4));

/** The review of this year; whoever comes second gets the same one. */
export async function openReview(ctx: PersonCtx, siteId: number): Promise<number> {
  if (!mayReview(ctx.actor, siteId)) throw new DomainError("forbidden", "leads_only");
  await open(ctx, siteId);
  const [review] = await ctx.db
    .select({ id: accessReviews.id })
    .from(accessReviews)
    .where(and(eq(accessReviews.siteId, siteId), eq(accessReviews.year, yearOf(ctx.now))));
  if (!review) throw new DomainError("not_found", "review");
  return review.id;
}

async function open(ctx: Ctx, siteId: number): Promise<void> {
  const today = dateIn(ctx.now);
  const [review] = await ctx.db
    .insert(accessReviews)
    .values({ siteId, year: yearOf(ctx.now), openedAt: ctx.now, dueOn: addDays(today, DAYS) })
    .onConflictDoNothing()
    .returning();
  if (!review) return;
  await ctx.db.execute(sql`insert into access_review_lines (review_id, entitlement_id)
    select ${review.id}, id from entitlements where site_id = ${siteId} and ended_at is null order by id limit 2000`);
}

/**
 * Keeps what is to be revoked so far; to finish is to keep all the rest. When the last line has its verdict the review is
 * over, and all that is to be revoked is one request (more where there is very much). Nobody decides what they have themselves.
 */
export async function saveReview(
  ctx: PersonCtx,
  id: number,
  { revoke, why, finish }: { revoke: readonly number[]; why: string; finish: boolean },
): Promise<{ done: boolean; revoked: number }> {
  const [review] = await ctx.db.select().from(accessReviews).where(eq(accessReviews.id, id)).for("update");
  if (!review) throw new DomainError("not_found", "review");
  if (!mayReview(ctx.actor, review.siteId)) throw new DomainError("forbidden", "leads_only");
  if (review.doneAt) throw new DomainError("conflict", "review_done");
  const open = (await listOpen(ctx, id)).filter(({ personId }) => personId !== ctx.actor.personId);
  const by = { byId: ctx.actor.personId, at: ctx.now };
  const [revoked, rest] = [
    open.filter((line) => revoke.includes(line.id)),
    open.filter((line) => !revoke.includes(line.id)),
  ];
  await setVerdict(ctx, id, revoked, { verdict: "revoke", why, ...by });
  const undecided = finish
    ? rest.filter(({ verdict }) => verdict !== "keep")
    : rest.filter(({ verdict }) => verdict === "revoke");
  await setVerdict(ctx, id, undecided, finish ? { verdict: "keep", why: "", ...by } : { verdict: null, why: "" });
  const left = (await listOpen(ctx, id)).filter(({ verdict }) => verdict === null);
  if (left.length > 0) return { done: false, revoked: 0 };
  await ctx.db
    .update(accessReviews)
    .set({ doneAt: ctx.now, doneById: ctx.actor.personId })
    .where(eq(accessReviews.id, id));
  return { done: true, revoked: await revokeAll(ctx, id, review.siteId) };
}

/** Lines about what is still held. */
const listOpen = (ctx: Ctx, reviewId: number) =>
  ctx.db
    .select({ id: entitlements.id, personId: entitlements.personId, verdict: accessReviewLines.verdict })
    .from(accessReviewLines)
    .innerJoin(entitlements, eq(entitlements.id, accessReviewLines.entitlementId))
    .where(and(eq(accessReviewLines.reviewId, reviewId), isNull(entitlements.endedAt)))
    .orderBy(entitlements.id);

const setVerdict = (
  ctx: Ctx,
  reviewId: number,
  lines: readonly { id: number }[],
  set: Partial<typeof accessReviewLines.$inferInsert>,
) =>
  ctx.db
    .update(accessReviewLines)
    .set(set)
    .where(
      and(
        eq(accessReviewLines.reviewId, reviewId),
        inArray(accessReviewLines.entitlementId, [0, ...lines.map(({ id }) => id)]),
      ),
    );

async function revokeAll(ctx: PersonCtx, id: number, siteId: number): Promise<number> {
  const ids = (await listOpen(ctx, id)).filter(({ verdict }) => verdict === "revoke").map((line) => line.id);
  const why = wordsFor("vi").accessTasks.why.review(yearOf(ctx.now));
  for (let at = 0; at < ids.length; at += MOST_ITEMS)
    await takeBack(ctx, {
      ...{ siteId, reporterId: ctx.actor.personId, cause: "review", why },
      entitlementIds: ids.slice(at, at + MOST_ITEMS),
    });
  return ids.length;
}
