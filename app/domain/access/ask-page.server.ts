import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { listColleagues } from "../directory/people.server.ts";
import { listFilingWards } from "../tickets/report-page.server.ts";
import { listRights } from "./catalogue.server.ts";
import { findDraft } from "./drafts.server.ts";
import { accessCampaigns } from "./schema.server.ts";

type Wish = {
  siteId?: number;
  systemId?: number;
  rightId?: number;
  campaignId?: number;
  /** What was typed before it turned out to be a request for access. */
  title?: string;
  body?: string;
  /** Of a draft that is gone on with. */
  draft?: string;
};

/** What can be asked for at a unit, for whom, and who holds it today. null: this person asks for no unit. */
export async function getAskPage(ctx: PersonCtx, wish: Wish) {
  const wards = await listFilingWards(ctx);
  const draft = wish.draft === undefined ? null : await findDraft(ctx, wish.draft);
  const ward = wards.find(({ id }) => id === (draft?.siteId ?? wish.siteId)) ?? wards[0];
  if (!ward) return null;
  const rights = await listRights(ctx);
  const campaignId = wish.campaignId ?? (Number(draft?.content.campaignId) || undefined);
  const [campaign = null] =
    campaignId === undefined
      ? []
      : await ctx.db
          .select()
          .from(accessCampaigns)
          .where(and(eq(accessCampaigns.id, campaignId), isNull(accessCampaigns.endedAt)));
  return {
    ward,
    wards,
    rights: rights.map(({ approval: _, ...right }) => right),
    systemId: wish.systemId ?? null,
    typed: draft?.content ?? {
      ...{ tries: wish.title ?? campaign?.template.tries ?? "", fails: wish.body ?? "" },
      rightIds: (campaign?.template.rightIds ?? [wish.rightId ?? ""]).map(String),
      personIds: wish.rightId === undefined ? [] : [String(ctx.actor.personId)],
    },
    drafted: draft !== null,
    campaign: campaign && { id: campaign.id, title: campaign.title },
    colleagues: await listColleagues(ctx, ward.id),
    holders: await listHolders(
      ctx,
      ward.id,
      rights.map(({ id }) => id),
    ),
    commandId: draft?.id ?? randomUUID(),
  };
}
export type AskPage = NonNullable<Awaited<ReturnType<typeof getAskPage>>>;

/** Who holds these rights at a ward, for whoever asks there for a successor. */
async function listHolders(ctx: PersonCtx, wardId: number, rightIds: readonly number[]) {
  const rows = await ctx.db.execute<{ id: number; person_id: number; name: string; right_id: number }>(sql`
    select h.id, h.person_id, p.full_name as name, h.right_id
    from tram_holders(${wardId}::int, ${sql.param(`{${rightIds.join(",")}}`)}::int[]) h join people p on p.id = h.person_id`);
  return rows.map(({ id, person_id, name, right_id }) => ({ id, personId: person_id, name, rightId: right_id }));
}
