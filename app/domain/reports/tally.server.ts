import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { stillOpen } from "../tickets/queue/cohorts.server.ts";
import {
  ACCESS_MILESTONES,
  type AccessMilestone,
  type AccessTimes,
  type Breakdown,
  type Spread,
  type Times,
} from "./numbers.ts";

type Grouped = { breakdown: Breakdown | "total"; key: string | null; n: number };
export type Counted = Grouped;
export type Tallied = Grouped & { spread: Spread; vendorShare: number | null };

const GROUPED = sql`
  case when grouping(tickets.site_id) = 0 then 'ward' when grouping(tickets.system_id) = 0 then 'system'
       when grouping(tickets.kind) = 0 then 'kind' when grouping(tickets.priority) = 0 then 'priority'
       else 'total' end as breakdown,
  coalesce(tickets.site_id::text, tickets.system_id::text, tickets.kind, tickets.priority) as key,
  count(*)::int as n`;
const BY_ALL = sql`group by grouping sets
  ((), (tickets.site_id), (tickets.system_id), (tickets.kind), (tickets.priority))`;

/** One pass over a cohort, counted for all and by ward, system, kind and priority. */
export const countBy = async (ctx: Ctx, cohort: SQL): Promise<Counted[]> =>
  ctx.db.execute<Counted>(sql`select ${GROUPED} from tickets where ${cohort} ${BY_ALL}`);

export type Milestone = "first_response" | "resolution";
const REACHED: Record<Milestone, SQL> = {
  first_response: sql`tickets.first_response_at`,
  resolution: sql`tickets.resolved_at`,
};
/** How a ticket stands against what it was promised; nothing where nothing was promised. */
const judgedFor = (milestone: Milestone) =>
  sql`left join clocks on clocks.ticket_number = tickets.number and clocks.target = ${milestone}`;

const wallTo = (reached: SQL) => sql`extract(epoch from ${reached} - tickets.received_at)`;
const SERVED = sql`clocks.elapsed_seconds`;
const JUDGED = sql`clocks.state in ('met', 'missed')`;
const part = (share: number, of: SQL, which: SQL) =>
  sql`(percentile_cont(${share}) within group (order by ${of}) filter (where ${which}))::float8`;
type Figures = Omit<Spread, "wall" | "service"> & {
  wall_median: number | null;
  wall_p90: number | null;
  service_median: number | null;
  service_p90: number | null;
  vendor: number | null;
  whole: number | null;
};

/** The same pass with how long the milestone took, in the time of the wall and in that of the clock. */
export async function tally(ctx: Ctx, cohort: SQL, milestone: Milestone): Promise<Tallied[]> {
  const reached = REACHED[milestone];
  const valid = sql`${reached} >= tickets.received_at`;
  const rows = await ctx.db.execute<Grouped & Figures>(sql`
    with stopping as materialized (
      select version, policy ->> 'key' as key from sla_policies, jsonb_array_elements(list) policy
      where (policy ->> 'vendorStops')::boolean)
    select ${GROUPED},
      ${part(0.5, wallTo(reached), valid)} as wall_median, ${part(0.9, wallTo(reached), valid)} as wall_p90,
      ${part(0.5, SERVED, JUDGED)} as service_median, ${part(0.9, SERVED, JUDGED)} as service_p90,
      (count(*) filter (where ${valid}))::int as counted,
      (count(*) filter (where ${reached} is null and ${stillOpen}))::int as pending,
      (count(*) filter (where ${reached} is null and not ${stillOpen}))::int as skipped,
      (count(*) filter (where ${reached} < tickets.received_at))::int as invalid,
      (count(*) filter (where clocks.state = 'met'))::int as met,
      (count(*) filter (where clocks.state = 'missed'))::int as missed,
      (sum(clocks.vendor_seconds) filter (where ${JUDGED}))::float8 as vendor,
      (sum(clocks.elapsed_seconds + case when stopping.key is null then 0 else clocks.vendor_seconds end)
        filter (where ${JUDGED}))::float8 as whole
    from tickets ${judgedFor(milestone)}
      left join stopping on stopping.version = clocks.policy_version and stopping.key = clocks.policy_key
    where ${cohort} ${BY_ALL}`);
  return rows.map(
    ({ breakdown, key, n, wall_median, wall_p90, service_median, service_p90, vendor, whole, ...counts }) => ({
      breakdown,
      key,
      n,
      spread: {
        ...counts,
        wall: { median: wall_median, p90: wall_p90 },
        service: { median: service_median, p90: service_p90 },
      },
      vendorShare: whole ? (vendor ?? 0) / whole : null,
    }),
  );
}

/** Of tickets that were solved: how long it took the first time, and how many came back after that. */
export async function tallyFirst(ctx: Ctx, cohort: SQL): Promise<{ wall: Times; service: Times; reopened: number }> {
  const [reached, served] = [sql`tickets.first_resolved_at`, sql`clocks.first_elapsed_seconds`];
  const valid = sql`${reached} >= tickets.received_at`;
  const [row] = await ctx.db.execute<Figures & { reopened: number }>(sql`
    select
      ${part(0.5, wallTo(reached), valid)} as wall_median, ${part(0.9, wallTo(reached), valid)} as wall_p90,
      ${part(0.5, served, JUDGED)} as service_median, ${part(0.9, served, JUDGED)} as service_p90,
      (count(*) filter (where tickets.reopenings > 0))::int as reopened
    from tickets ${judgedFor("resolution")} where ${cohort}`);
  return {
    wall: { median: row?.wall_median ?? null, p90: row?.wall_p90 ?? null },
    service: { median: row?.service_median ?? null, p90: row?.service_p90 ?? null },
    reopened: row?.reopened ?? 0,
  };
}

/** Requests for access: how long each of their steps took that was reached in this span, the last time it was reached. */
export async function tallyAccess(
  ctx: Ctx,
  where: SQL,
  { from, until }: { from: Date; until: Date },
): Promise<AccessTimes[]> {
  const wall = sql`extract(epoch from clocks.met_at - clocks.started_at)`;
  const rows = await ctx.db.execute<
    Omit<Figures, "pending" | "skipped" | "invalid"> & { milestone: AccessMilestone }
  >(sql`
    select clocks.target as milestone, count(*)::int as counted,
      ${part(0.5, SERVED, JUDGED)} as service_median, ${part(0.9, SERVED, JUDGED)} as service_p90,
      ${part(0.5, wall, sql`true`)} as wall_median, ${part(0.9, wall, sql`true`)} as wall_p90,
      (count(*) filter (where clocks.state = 'met'))::int as met,
      (count(*) filter (where clocks.state = 'missed'))::int as missed
    from tickets join clocks on clocks.ticket_number = tickets.number and clocks.target in ('approval', 'grant', 'proof')
    where tickets.access_phase is not null and ${where}
      and clocks.met_at >= ${from.toISOString()} and clocks.met_at < ${until.toISOString()}
    group by clocks.target`);
  return ACCESS_MILESTONES.flatMap((milestone) => {
    const row = rows.find((one) => one.milestone === milestone);
    if (!row) return [];
    const { counted, met, missed } = row;
    const service = { median: row.service_median, p90: row.service_p90 };
    return [{ milestone, counted, met, missed, service, wall: { median: row.wall_median, p90: row.wall_p90 } }];
  });
}

/** The middle of a cohort's solutions and how many came in time: what another period is compared with. */
export async function tallyMiddle(ctx: Ctx, cohort: SQL) {
  const reached = REACHED.resolution;
  const [row] = await ctx.db.execute<{ wall: number | null; service: number | null; met: number; missed: number }>(sql`
    select
      ${part(0.5, wallTo(reached), sql`${reached} >= tickets.received_at`)} as wall,
      ${part(0.5, SERVED, JUDGED)} as service,
      (count(*) filter (where clocks.state = 'met'))::int as met,
      (count(*) filter (where clocks.state = 'missed'))::int as missed
    from tickets ${judgedFor("resolution")} where ${cohort}`);
  return row ?? { wall: null, service: null, met: 0, missed: 0 };
}
