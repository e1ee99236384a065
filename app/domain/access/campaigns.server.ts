import { and, eq, inArray, isNull } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { listWards } from "../directory/catalog.server.ts";
import { type Actor, reachOf } from "../policy/actor.ts";
import type { CampaignTemplate } from "./request.ts";
import { accessCampaigns, accessRights, campaignWards, positions } from "./schema.server.ts";

/** The duty desk and the managers of the city. */
export const runsCampaigns = (actor: Actor): boolean =>
  actor.kind === "person" &&
  actor.grants.some(({ role, siteKind }) => siteKind === "city" && (role === "coordinator" || role === "manager"));

export type StartCampaign = {
  title: string;
  why: string;
  template: CampaignTemplate;
  /** Empty: every unit. */
  siteIds: readonly number[];
};

/** The same missing right in many wards: each asks, approves, grants and proves for itself. */
export async function startCampaign(ctx: PersonCtx, { title, why, template, siteIds }: StartCampaign): Promise<number> {
  if (!runsCampaigns(ctx.actor)) throw new DomainError("forbidden", "city_only");
  if (template.rightIds.length === 0) throw new DomainError("invalid", "no_rights");
  const known = await ctx.db
    .select({ id: accessRights.id })
    .from(accessRights)
    .where(and(inArray(accessRights.id, [0, ...template.rightIds]), isNull(accessRights.retiredAt)));
  if (known.length < new Set(template.rightIds).size) throw new DomainError("invalid", "right_unknown");
  if ("positionId" in template.who) {
    const [post] = await ctx.db.select().from(positions).where(eq(positions.id, template.who.positionId));
    if (!post || post.retiredAt) throw new DomainError("invalid", "position_unknown");
  }
  const wards = await listWards(ctx, siteIds.length > 0 ? [...siteIds] : undefined);
  if (wards.length === 0) throw new DomainError("invalid", "no_wards");
  const [campaign] = await ctx.db
    .insert(accessCampaigns)
    .values({ title, why, template, startedById: ctx.actor.personId, startedAt: ctx.now })
    .returning({ id: accessCampaigns.id });
  if (!campaign) throw new Error("access_campaigns returned no row");
  await ctx.db.insert(campaignWards).values(wards.map(({ id }) => ({ campaignId: campaign.id, siteId: id })));
  await recordAudit(ctx, {
    action: "campaign.started",
    object: { id: campaign.id, name: title },
    after: { why, units: wards.length },
  });
  return campaign.id;
}

/** No ward is asked any more; what has been asked goes on. */
export async function endCampaign(ctx: PersonCtx, id: number): Promise<void> {
  if (!runsCampaigns(ctx.actor)) throw new DomainError("forbidden", "city_only");
  const [ended] = await ctx.db
    .update(accessCampaigns)
    .set({ endedAt: ctx.now })
    .where(and(eq(accessCampaigns.id, id), isNull(accessCampaigns.endedAt)))
    .returning();
  if (!ended) throw new DomainError("conflict", "campaign_over");
  await recordAudit(ctx, { action: "campaign.ended", object: { id, name: ended.title } });
}

/** A ward that does not need it says so; an empty reason takes that back. */
export async function leaveOut(ctx: PersonCtx, id: number, siteId: number, why: string): Promise<void> {
  if (!answersFor(ctx.actor, siteId)) throw new DomainError("forbidden", "leads_only");
  const [row] = await ctx.db
    .update(campaignWards)
    .set({ leftOutWhy: why === "" ? null : why })
    .where(and(eq(campaignWards.campaignId, id), eq(campaignWards.siteId, siteId), isNull(campaignWards.ticketNumber)))
    .returning();
  if (!row) throw new DomainError("conflict", "asked_in_campaign");
}

export const answersFor = (actor: Actor, siteId: number): boolean =>
  runsCampaigns(actor) ||
  (actor.kind === "person" && actor.grants.some((grant) => grant.role === "ward_lead" && grant.siteId === siteId)) ||
  reachOf(actor).supportSites.includes(siteId);
