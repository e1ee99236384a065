import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { openAt, receivedIn, resolvedIn } from "../tickets/cohorts.server.ts";
import { instantsOf, type Period } from "./period.ts";

/** Wall time in seconds. `counted` tickets made it; skipped and impossible ones are told apart and never are a zero. */
export type Spread = { median: number | null; p90: number | null; counted: number; skipped: number; invalid: number };
export type Numbers = { opened: number; resolved: number; backlog: number; firstResponse: Spread; resolution: Spread };
export type Breakdown = "ward" | "system" | "kind";
type Line = Numbers & { key: string };
export type Report = { total: Numbers; by: Record<Breakdown, Line[]> };

const NOTHING: Spread = { median: null, p90: null, counted: 0, skipped: 0, invalid: 0 };
const emptyNumbers = (): Numbers => ({
  opened: 0,
  resolved: 0,
  backlog: 0,
  firstResponse: NOTHING,
  resolution: NOTHING,
});

type Row = {
  breakdown: Breakdown | "total";
  key: string | null;
  n: number;
  median: number | null;
  p90: number | null;
  counted: number;
  skipped: number;
  invalid: number;
};

/** One pass over a cohort, summed for all and by ward, system and kind. */
function tally(ctx: Ctx, cohort: SQL, milestone: SQL) {
  const seconds = sql`extract(epoch from ${milestone} - received_at)`;
  const valid = sql`filter (where ${milestone} >= received_at)`;
  return ctx.db.execute<Row>(sql`
    select
      case when grouping(site_id) = 0 then 'ward' when grouping(system_id) = 0 then 'system'
           when grouping(kind) = 0 then 'kind' else 'total' end as breakdown,
      coalesce(site_id::text, system_id::text, kind) as key,
      count(*)::int as n,
      (percentile_cont(0.5) within group (order by ${seconds}) ${valid})::float8 as median,
      (percentile_cont(0.9) within group (order by ${seconds}) ${valid})::float8 as p90,
      (count(*) ${valid})::int as counted,
      (count(*) filter (where ${milestone} is null))::int as skipped,
      (count(*) filter (where ${milestone} < received_at))::int as invalid
    from tickets where ${cohort}
    group by grouping sets ((), (site_id), (system_id), (kind))`);
}

/** The backlog is counted at the end of the period, or now while the period is still running. */
export const backlogInstant = (period: Period, now: Date): Date => {
  const { until } = instantsOf(period);
  // Whole minutes: the address of the list behind the number carries no seconds.
  return until < now ? until : new Date(Math.floor(now.getTime() / 60_000) * 60_000);
};

/** What happened in a period in a part of the tree: three passes over the tickets. */
export async function getReport(ctx: Ctx, period: Period, where: SQL): Promise<Report> {
  const span = instantsOf(period);
  const backlogAt = openAt(backlogInstant(period, ctx.now));
  const opened = await tally(ctx, sql`${where} and ${receivedIn(span)}`, sql`first_response_at`);
  const resolved = await tally(ctx, sql`${where} and ${resolvedIn(span)}`, sql`resolved_at`);
  const backlog = await tally(ctx, sql`${where} and ${backlogAt}`, sql`resolved_at`);

  const lines = new Map<string, { breakdown: Row["breakdown"]; line: Line }>();
  const lineOf = (row: Row): Line => {
    const id = `${row.breakdown}:${row.key}`;
    const found = lines.get(id) ?? { breakdown: row.breakdown, line: { key: row.key ?? "", ...emptyNumbers() } };
    lines.set(id, found);
    return found.line;
  };
  const spread = ({ median, p90, counted, skipped, invalid }: Row): Spread => ({
    median,
    p90,
    counted,
    skipped,
    invalid,
  });
  for (const row of opened) Object.assign(lineOf(row), { opened: row.n, firstResponse: spread(row) });
  for (const row of resolved) Object.assign(lineOf(row), { resolved: row.n, resolution: spread(row) });
  for (const row of backlog) Object.assign(lineOf(row), { backlog: row.n });

  const of = (breakdown: Row["breakdown"]) =>
    [...lines.values()]
      .filter((entry) => entry.breakdown === breakdown)
      .map((entry) => entry.line)
      .sort((a, b) => b.opened - a.opened || b.resolved - a.resolved || (a.key < b.key ? -1 : 1));
  const { key: _, ...total } = of("total")[0] ?? { key: "", ...emptyNumbers() };
  return { total, by: { ward: of("ward"), system: of("system"), kind: of("kind") } };
}
