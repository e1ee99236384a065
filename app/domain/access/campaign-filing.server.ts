import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { log } from "#app/lib/log.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { lockTicket } from "../tickets/change.server.ts";
import { openTicketBySystem } from "../tickets/opening.server.ts";
import { titleOf } from "./asking.ts";
import { itemsOf, listGapsOf, pairOf } from "./gaps.server.ts";
import { writeToLeads } from "./leads.server.ts";
import { onlyPerson, putBefore, readAsked, rightsOf } from "./putting.server.ts";
import { MOST_ITEMS } from "./request.ts";
import { accessCampaigns, accessRequests, campaignWards } from "./schema.server.ts";

const BOUND = 300;

/** Writes the requests of campaigns for posts, ward by ward; what needs a ward's own words or choice is left to it. Gives how many. */
export async function fileCampaigns(db: Db, now: Date): Promise<number> {
  const untried = await inContext(db, SYSTEM, now, (ctx) =>
    ctx.db
      .select({ campaignId: campaignWards.campaignId, siteId: campaignWards.siteId })
      .from(campaignWards)
      .innerJoin(accessCampaigns, eq(accessCampaigns.id, campaignWards.campaignId))
      .where(and(isNull(campaignWards.triedAt), isNull(campaignWards.ticketNumber), isNull(accessCampaigns.endedAt)))
      .orderBy(campaignWards.campaignId, campaignWards.siteId)
      .limit(BOUND),
  );
  let filed = 0;
  for (const { campaignId, siteId } of untried) {
    try {
      filed += await inContext(db, SYSTEM, now, (ctx) => fileFor(ctx, campaignId, siteId));
    } catch (err) {
      log.error({ err, campaign: campaignId, site: siteId }, "a ward's request of a campaign could not be written");
    }
  }
  return filed;
}

async function fileFor(ctx: Ctx, campaignId: number, siteId: number): Promise<number> {
  const mine = and(eq(campaignWards.campaignId, campaignId), eq(campaignWards.siteId, siteId));
  const [row] = await ctx.db
    .select()
    .from(campaignWards)
    .where(
      and(mine, isNull(campaignWards.triedAt), isNull(campaignWards.ticketNumber), isNull(campaignWards.leftOutWhy)),
    )
    .for("update", { skipLocked: true });
  if (!row) return 0;
  await ctx.db.update(campaignWards).set({ triedAt: ctx.now }).where(mine);
  const number = await askFor(ctx, campaignId, siteId);
  if (number === null) {
    await writeToLeads(ctx, [siteId]);
    return 0;
  }
  await ctx.db.update(campaignWards).set({ ticketNumber: number }).where(mine);
  return 1;
}

/** null: nobody of the post lacks it, or the ward has to say more first. */
async function askFor(ctx: Ctx, campaignId: number, siteId: number): Promise<number | null> {
  const [campaign] = await ctx.db.select().from(accessCampaigns).where(eq(accessCampaigns.id, campaignId));
  if (!campaign || !("positionId" in campaign.template.who)) return null;
  const { rightIds, who, tries, fails, basis } = campaign.template;
  const gaps = (await listGapsOf(ctx, siteId, who.positionId, rightIds)).slice(0, MOST_ITEMS);
  if (gaps.length === 0) return null;
  const items = itemsOf(ctx, gaps, gaps.map(pairOf), null);
  const asked = await readAsked(ctx, { items, siteId, basis }).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  const first = asked?.[0];
  if (!asked || !first) return null;
  const number = await openTicketBySystem(ctx, {
    ...{ siteId, reporterId: campaign.startedById, kind: "missing_permission", systemId: first.right.systemId },
    ...{ title: titleOf(asked), body: [tries, fails].filter(Boolean).join("\n"), answers: {}, fileIds: [] },
    ...{ impact: "one_department", urgency: "later", peopleWaiting: 0, occurredAt: null, writtenAt: null },
    ...{ affectedPersonId: onlyPerson(asked), affectedName: null, affectedPosition: first.item.position || null },
    accessRightIds: rightsOf(asked),
  });
  await ctx.db
    .insert(accessRequests)
    .values({ ticketNumber: number, tries, fails, basis, campaignId, cause: "campaign" });
  await putBefore(ctx, await lockTicket(ctx, number), asked, 1);
  return number;
}

/** A request that somebody of the ward has written for a campaign. */
export async function joinCampaign(ctx: Ctx, campaignId: number, siteId: number, ticketNumber: number): Promise<void> {
  const [row] = await ctx.db
    .update(campaignWards)
    .set({ ticketNumber, leftOutWhy: null })
    .where(
      and(
        eq(campaignWards.campaignId, campaignId),
        eq(campaignWards.siteId, siteId),
        isNull(campaignWards.ticketNumber),
        sql`exists (select from access_campaigns c where c.id = ${campaignId} and c.ended_at is null)`,
      ),
    )
    .returning();
  if (!row) throw new DomainError("conflict", "asked_in_campaign");
}
