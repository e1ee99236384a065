import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { openAt, overdueAt, receivedIn, resolvedIn } from "../tickets/queue/cohorts.server.ts";
import { BREAKDOWNS, type Breakdown, emptyNumbers, type Line, type Report } from "./numbers.ts";
import { instantsOf, type Period, periodBefore } from "./period.ts";
import { type Counted, countBy, tally, tallyAccess, tallyFirst, tallyMiddle } from "./tally.server.ts";

/** The backlog is counted at the end of the period, or now while the period is still running. */
export const backlogInstant = (period: Period, now: Date): Date => {
  const { until } = instantsOf(period);
  // Whole minutes: the address of the list behind the number carries no seconds.
  return until < now ? until : new Date(Math.floor(now.getTime() / 60_000) * 60_000);
};

/** What happened in a period in a part of the tree: each number one pass over the tickets it counts. */
export async function getReport(ctx: Ctx, period: Period, where: SQL): Promise<Report> {
  const span = instantsOf(period);
  const resolvedHere = sql`${where} and ${resolvedIn(span)}`;
  const opened = await tally(ctx, sql`${where} and ${receivedIn(span)}`, "first_response");
  const resolved = await tally(ctx, resolvedHere, "resolution");
  const backlog = await countBy(ctx, sql`${where} and ${openAt(backlogInstant(period, ctx.now))}`);
  const overdue = await countBy(ctx, sql`${where} and ${overdueAt(ctx.now)}`);
  const first = await tallyFirst(ctx, resolvedHere);
  const before = await tallyMiddle(ctx, sql`${where} and ${resolvedIn(instantsOf(periodBefore(period)))}`);

  const access = await tallyAccess(ctx, where, span);

  const lines = new Map<string, { breakdown: Counted["breakdown"]; line: Line }>();
  const lineOf = ({ breakdown, key }: Counted): Line => {
    const id = `${breakdown}:${key}`;
    const found = lines.get(id) ?? { breakdown, line: { key: key ?? "", ...emptyNumbers() } };
    lines.set(id, found);
    return found.line;
  };
  for (const row of opened) Object.assign(lineOf(row), { opened: row.n, firstResponse: row.spread });
  for (const row of resolved) {
    Object.assign(lineOf(row), { resolved: row.n, resolution: row.spread, vendorShare: row.vendorShare });
  }
  for (const row of backlog) Object.assign(lineOf(row), { backlog: row.n });
  for (const row of overdue) Object.assign(lineOf(row), { overdue: row.n });

  const of = (breakdown: Breakdown | "total") =>
    [...lines.values()].filter((entry) => entry.breakdown === breakdown).map((entry) => entry.line);
  const { key: _, ...total } = of("total")[0] ?? { key: "", ...emptyNumbers() };
  const by = Object.fromEntries(BREAKDOWNS.map((breakdown) => [breakdown, of(breakdown).sort(ORDER[breakdown])]));
  // Safe because every breakdown is in it.
  return { total, first, access, before, by: by as Report["by"] };
}

const byKey = (a: Line, b: Line) => (a.key < b.key ? -1 : 1);
const largestFirst = (a: Line, b: Line) => b.opened - a.opened || b.resolved - a.resolved || byKey(a, b);
const ORDER: Record<Breakdown, (a: Line, b: Line) => number> = {
  ward: largestFirst,
  system: largestFirst,
  kind: largestFirst,
  priority: byKey,
};
