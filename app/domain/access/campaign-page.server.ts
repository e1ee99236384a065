import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people, sites } from "../directory/schema.server.ts";
import { answersFor, runsCampaigns } from "./campaigns.server.ts";
import type { CampaignTemplate } from "./request.ts";
import { accessCampaigns, accessRights, campaignWards, positions } from "./schema.server.ts";

/** Campaigns, the newest first, with how far each has come in the units that this reader sees. */
export async function listCampaigns(ctx: PersonCtx) {
  const rows = await ctx.db
    .select({
      ...{ id: accessCampaigns.id, title: accessCampaigns.title, startedAt: accessCampaigns.startedAt },
      endedAt: accessCampaigns.endedAt,
      units: sql<number>`(select count(*)::int from campaign_wards w where w.campaign_id = ${accessCampaigns.id})`,
      asked: sql<number>`(select count(w.ticket_number)::int from campaign_wards w where w.campaign_id = ${accessCampaigns.id})`,
      done: sql<number>`(select count(*)::int from campaign_wards w join tickets t on t.number = w.ticket_number
        where w.campaign_id = ${accessCampaigns.id} and t.access_phase = 'over' and t.status = 'closed')`,
    })
    .from(accessCampaigns)
    .orderBy(desc(accessCampaigns.id))
    .limit(50);
  return {
    rows: rows.filter(({ units }) => units > 0 || runsCampaigns(ctx.actor)),
    mayStart: runsCampaigns(ctx.actor),
  };
}

type WardRow = {
  site_id: number;
  name: string;
  unit_kind: "phuong" | "xa" | "dac_khu" | null;
  ticket_number: number | null;
  left_out_why: string | null;
  tried: boolean;
  phase: "approval" | "grant" | "proof" | "over" | null;
  status: string | null;
  wanted: number;
  proven: number;
};

/** Ward by ward: whether it has asked, what it waits for, for how many it works. */
export async function getCampaign(ctx: PersonCtx, id: number) {
  const [row] = await ctx.db
    .select({ campaign: accessCampaigns, by: people.fullName })
    .from(accessCampaigns)
    .innerJoin(people, eq(people.id, accessCampaigns.startedById))
    .where(eq(accessCampaigns.id, id));
  if (!row) throw new DomainError("not_found", "campaign");
  const wards = await ctx.db.execute<WardRow>(sql`
    select w.site_id, s.name, s.unit_kind, t.number as ticket_number, w.left_out_why, w.tried_at is not null as tried,
      t.access_phase as phase, t.status,
      (count(i.id) filter (where i.kind = 'grant' and i.state <> 'withdrawn'))::int as wanted,
      (count(i.id) filter (where i.kind = 'grant' and i.state = 'proven'))::int as proven
    from campaign_wards w join sites s on s.id = w.site_id left join tickets t on t.number = w.ticket_number
    left join access_items i on i.ticket_number = t.number
    where w.campaign_id = ${id} group by w.campaign_id, w.site_id, s.id, t.number order by s.name, s.id limit 500`);
  if (wards.length === 0) throw new DomainError("not_found", "campaign");
  const { template, ...campaign } = row.campaign;
  return {
    ...campaign,
    startedBy: row.by,
    template,
    rights: await listNamed(ctx, template),
    post: await postOf(ctx, template),
    mayEnd: runsCampaigns(ctx.actor) && campaign.endedAt === null,
    wards: wards.map((ward) => ({
      ...{ siteId: ward.site_id, name: ward.name, unitKind: ward.unit_kind, ticketNumber: ward.ticket_number },
      ...{ leftOutWhy: ward.left_out_why, tried: ward.tried, phase: ward.phase, status: ward.status },
      ...{ wanted: ward.wanted, proven: ward.proven },
      mayAnswer: campaign.endedAt === null && ward.ticket_number === null && answersFor(ctx.actor, ward.site_id),
    })),
  };
}
export type CampaignPage = Awaited<ReturnType<typeof getCampaign>>;

const listNamed = (ctx: Ctx, { rightIds }: CampaignTemplate) =>
  ctx.db
    .select({ id: accessRights.id, name: accessRights.name, nameEn: accessRights.nameEn })
    .from(accessRights)
    .where(inArray(accessRights.id, [0, ...rightIds]))
    .orderBy(asc(accessRights.id));

async function postOf(ctx: Ctx, { who }: CampaignTemplate) {
  if (!("positionId" in who)) return null;
  const [post] = await ctx.db
    .select({ name: positions.name, nameEn: positions.nameEn })
    .from(positions)
    .where(eq(positions.id, who.positionId));
  return post ?? null;
}

/** Campaigns that wait for a unit this person answers for to choose its people or to add its decision. */
export async function listWaitingCampaigns(ctx: PersonCtx) {
  const rows = await ctx.db
    .select({
      ...{ id: accessCampaigns.id, title: accessCampaigns.title, siteId: campaignWards.siteId },
      ward: { name: sites.name, unitKind: sites.unitKind },
    })
    .from(campaignWards)
    .innerJoin(accessCampaigns, eq(accessCampaigns.id, campaignWards.campaignId))
    .innerJoin(sites, eq(sites.id, campaignWards.siteId))
    .where(
      and(
        isNull(accessCampaigns.endedAt),
        isNull(campaignWards.ticketNumber),
        isNull(campaignWards.leftOutWhy),
        sql`${campaignWards.triedAt} is not null`,
      ),
    )
    .orderBy(desc(accessCampaigns.id), asc(campaignWards.siteId))
    .limit(300);
  if (runsCampaigns(ctx.actor)) return [];
  return rows.filter(({ siteId }) => answersFor(ctx.actor, siteId));
}
