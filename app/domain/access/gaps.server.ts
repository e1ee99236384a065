import { type SQL, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { listWards } from "../directory/catalog.server.ts";
import { reachOf } from "../policy/actor.ts";
import type { AskedItem, Needs } from "./request.ts";

type Named = { name: string; nameEn: string };
export type Gap = {
  siteId: number;
  personId: number;
  person: string;
  position: string;
  department: string | null;
  departmentId: number | null;
  rightId: number;
  right: Named;
  system: Named;
  needs: Needs;
};

type Row = {
  site_id: number;
  person_id: number;
  person: string;
  position: string;
  department: string | null;
  department_id: number | null;
  right_id: number;
  name: string;
  name_en: string;
  system: string;
  system_en: string;
  needs: Needs;
};

/** What somebody's post should have, and they neither have nor are asked for. */
const missing = (where: SQL) => sql`
  from people h join sites s on s.id = h.site_id left join sites d on d.id = s.path[3]
  join positions q on tram_fold(q.name) = tram_fold(h."position") and q.retired_at is null
  join position_rights pr on pr.position_id = q.id
  join access_rights r on r.id = pr.right_id and r.retired_at is null
  join systems y on y.id = r.system_id and y.retired_at is null
  where h.disabled_at is null and s.path[2] is not null and ${where}
    and not exists (select from entitlements e
      where e.person_id = h.id and e.right_id = r.id and e.site_id = s.path[2] and e.ended_at is null)
    and not exists (select from access_items i join tickets t on t.number = i.ticket_number
      where i.person_id = h.id and i.right_id = r.id and i.kind = 'grant' and t.site_id = s.path[2] and t.status <> 'cancelled'
        and i.state in ('asked', 'to_grant', 'handed_back', 'granted'))`;

async function list(ctx: Ctx, where: SQL): Promise<Gap[]> {
  const rows = await ctx.db.execute<Row>(sql`
    select s.path[2] as site_id, h.id as person_id, h.full_name as person, h."position", d.name as department, d.id as department_id,
      r.id as right_id, r.name, r.name_en, y.name as system, y.name_en as system_en, r.needs
    ${missing(where)} order by h.full_name, h.id, y.sort, r.sort, r.id limit 300`);
  return rows.map((row) => ({
    siteId: row.site_id,
    ...{ personId: row.person_id, person: row.person, position: row.position },
    ...{ department: row.department, departmentId: row.department_id, rightId: row.right_id },
    ...{ right: { name: row.name, nameEn: row.name_en }, system: { name: row.system, nameEn: row.system_en } },
    needs: row.needs,
  }));
}

/** What this person's own post should have, and they lack. */
export const listOwnGaps = (ctx: PersonCtx): Promise<Gap[]> => list(ctx, sql`h.id = ${ctx.actor.personId}`);

/** Whom a right of a post is to be asked for, at this ward. */
export const listGapsOf = (ctx: Ctx, siteId: number, positionId: number, rightIds: readonly number[]): Promise<Gap[]> =>
  list(
    ctx,
    sql`s.path[2] = ${siteId} and q.id = ${positionId} and r.id = any (${sql.param(`{${rightIds.join(",")}}`)}::int[])`,
  );

/** Units whose register this person reads whole, and so can say what is missing there. */
export async function listGapWards(ctx: PersonCtx) {
  const reach = reachOf(ctx.actor);
  if (reach.city) return listWards(ctx);
  const wards = ctx.actor.grants.flatMap(({ wardId, siteId }) =>
    wardId === siteId && reach.sites.includes(siteId) ? siteId : [],
  );
  return wards.length === 0 ? [] : listWards(ctx, [...new Set(wards)]);
}

export const listGaps = (ctx: Ctx, siteId: number): Promise<Gap[]> => list(ctx, sql`s.path[2] = ${siteId}`);

/** The chosen ones of these gaps, as they are asked for. */
export const itemsOf = (ctx: Ctx, gaps: readonly Gap[], pairs: readonly string[], until: string | null): AskedItem[] =>
  gaps
    .filter(({ personId, rightId }) => pairs.includes(pairOf({ personId, rightId })))
    .map(({ personId, rightId, departmentId, position }) => ({
      ...{
        kind: "grant",
        personId,
        rightId,
        departmentId,
        position,
        from: dateIn(ctx.now),
        until,
        entitlementId: null,
      },
    }));

export const pairOf = ({ personId, rightId }: { personId: number; rightId: number }) => `${personId}:${rightId}`;

/** In the whole city: which rights are missing most, by post; how many people, at how many units. */
export async function listMostMissing(ctx: Ctx) {
  const rows = await ctx.db.execute<{
    position_id: number;
    position: string;
    position_en: string;
    right_id: number;
    name: string;
    name_en: string;
    system: string;
    system_en: string;
    people: number;
    wards: number;
  }>(sql`
    select q.id as position_id, q.name as position, q.name_en as position_en, r.id as right_id, r.name, r.name_en,
      y.name as system, y.name_en as system_en, count(distinct h.id)::int as people, count(distinct s.path[2])::int as wards
    ${missing(sql`true`)} group by q.id, r.id, y.id order by people desc, q.sort, r.sort, r.id limit 100`);
  return rows.map((row) => ({
    ...{ positionId: row.position_id, position: { name: row.position, nameEn: row.position_en } },
    ...{ rightId: row.right_id, right: { name: row.name, nameEn: row.name_en } },
    ...{ system: { name: row.system, nameEn: row.system_en }, people: row.people, wards: row.wards },
  }));
}
