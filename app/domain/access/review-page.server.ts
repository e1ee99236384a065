import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people, sites, systems } from "../directory/schema.server.ts";
import { mayReview } from "./reviews.server.ts";
import { accessReviewLines, accessReviews, accessRights, entitlements } from "./schema.server.ts";

/** Every line of a ward's review, person by person. */
export async function getReview(ctx: PersonCtx, id: number) {
  const [row] = await ctx.db
    .select({
      review: accessReviews,
      ward: { name: sites.name, unitKind: sites.unitKind },
      doneBy: sql<string | null>`(select full_name from people where id = ${accessReviews.doneById})`,
    })
    .from(accessReviews)
    .innerJoin(sites, eq(sites.id, accessReviews.siteId))
    .where(eq(accessReviews.id, id));
  if (!row || !mayReview(ctx.actor, row.review.siteId)) throw new DomainError("not_found", "review");
  const lines = await ctx.db
    .select({
      id: entitlements.id,
      personId: entitlements.personId,
      person: people.fullName,
      position: entitlements.position,
      right: { name: accessRights.name, nameEn: accessRights.nameEn },
      system: { name: systems.name, nameEn: systems.nameEn },
      from: entitlements.validFrom,
      until: entitlements.validUntil,
      ended: sql<boolean>`${entitlements.endedAt} is not null`,
      verdict: accessReviewLines.verdict,
      why: accessReviewLines.why,
    })
    .from(accessReviewLines)
    .innerJoin(entitlements, eq(entitlements.id, accessReviewLines.entitlementId))
    .innerJoin(people, eq(people.id, entitlements.personId))
    .innerJoin(accessRights, eq(accessRights.id, entitlements.rightId))
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(eq(accessReviewLines.reviewId, id))
    .orderBy(asc(people.fullName), asc(people.id), asc(systems.sort), asc(accessRights.sort), asc(entitlements.id))
    .limit(2000);
  const { year, dueOn, doneAt } = row.review;
  const own = lines.map(({ personId }) => personId === ctx.actor.personId);
  return {
    ...{ id, year, dueOn, doneAt, doneBy: row.doneBy, ward: row.ward },
    lines: lines.map(({ personId, ...line }, at) => ({ ...line, personId, own: own[at] ?? false })),
  };
}
export type ReviewPage = Awaited<ReturnType<typeof getReview>>;

/** Reviews that wait for this person, with how much is left of each. */
export async function listOpenReviews(ctx: PersonCtx) {
  const rows = await ctx.db
    .select({
      ...{ id: accessReviews.id, siteId: accessReviews.siteId, year: accessReviews.year, dueOn: accessReviews.dueOn },
      ward: { name: sites.name, unitKind: sites.unitKind },
      left: sql<number>`(select count(*)::int from access_review_lines l join entitlements e on e.id = l.entitlement_id
        where l.review_id = ${accessReviews.id} and l.verdict is null and e.ended_at is null)`,
    })
    .from(accessReviews)
    .innerJoin(sites, eq(sites.id, accessReviews.siteId))
    .where(and(isNull(accessReviews.doneAt)))
    .orderBy(asc(accessReviews.dueOn), asc(accessReviews.id))
    .limit(50);
  return rows.filter(({ siteId }) => mayReview(ctx.actor, siteId));
}
