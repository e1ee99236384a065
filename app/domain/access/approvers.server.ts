import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { type Approver, type Need, neededOf } from "./approval.ts";

export type Track = {
  wardId: number;
  systemIds: readonly number[];
  departmentIds: readonly number[];
  /** Whom the request is for: none of them decides. */
  affected: readonly number[];
};

const ids = (list: readonly number[]) => sql`${sql.param(`{${list.join(",")}}`)}::int[]`;

/**
 * Those who may decide today, and who stands in for them. `raised`: too few of the step are left, so the city's duty desk
 * decides with them. `named`: how many of the step are left.
 */
export type Approvers = {
  people: number[];
  standIns: { fromId: number; toId: number }[];
  raised: boolean;
  named: number;
};

export async function listApprovers(
  ctx: Ctx,
  { who, need }: { who: readonly Approver[]; need: Need },
  track: Track,
): Promise<Approvers> {
  const named = await listNamed(ctx, who, track);
  const raised = named.length < neededOf(need, named.length);
  const people = raised ? await listNamed(ctx, [...who, { by: "coordinator" }], track) : named;
  return { people, standIns: await listStandIns(ctx, people), raised, named: named.length };
}

async function listNamed(ctx: Ctx, who: readonly Approver[], track: Track): Promise<number[]> {
  const today = dateIn(ctx.now);
  const each = who.map((one) => personsBy(one, track, today));
  if (each.length === 0) return [];
  const rows = await ctx.db.execute<{ id: number }>(sql`
    select p.id from people p where p.disabled_at is null and p.id <> all (${ids(track.affected)})
      and p.id in (${sql.join(each, sql` union `)}) order by p.id limit 200`);
  return rows.map(({ id }) => id);
}

function personsBy(approver: Approver, { wardId, systemIds, departmentIds }: Track, today: string): SQL {
  const leads = (sites: readonly number[]) => sql`
    select person_id from grants where role = 'ward_lead' and site_id = any (${ids(sites)})
      and valid_from <= ${today} and (valid_until is null or valid_until >= ${today})`;
  switch (approver.by) {
    case "ward_lead":
      return leads([wardId]);
    case "room_lead":
      return leads([wardId, ...departmentIds]);
    case "position":
      return sql`select h.id from people h join sites s on s.id = h.site_id join positions q on q.id = ${approver.positionId}
        where s.path[2] = ${wardId} and tram_fold(h.position) = tram_fold(q.name)`;
    case "owner":
      return sql`select person_id from system_owners where system_id = any (${ids(systemIds)})`;
    case "person":
      return sql`select ${approver.personId}::int`;
    case "coordinator":
      return sql`select person_id from grants where role = 'coordinator'
        and valid_from <= ${today} and (valid_until is null or valid_until >= ${today})
        and site_id in (select id from sites where kind = 'city' or id = ${wardId})`;
  }
}

/** Who decides in whose place today. */
async function listStandIns(ctx: Ctx, people: readonly number[]): Promise<{ fromId: number; toId: number }[]> {
  const today = dateIn(ctx.now);
  const rows = await ctx.db.execute<{ from_id: number; to_id: number }>(sql`
    select distinct d.from_id, d.to_id from access_delegations d join people p on p.id = d.to_id and p.disabled_at is null
    where d.from_id = any (${ids(people)}) and d.ended_at is null and ${today}::date between d.valid_from and d.valid_until`);
  return rows.map(({ from_id, to_id }) => ({ fromId: from_id, toId: to_id }));
}
