import { inArray } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { startOfDate } from "#app/lib/time.ts";
import { sites, systems } from "../directory/schema.server.ts";
import { readId } from "../tickets/queue/filters.ts";
import { backlogInstant, getReport } from "./numbers.server.ts";
import { instantsOf, type Period, PRESETS, periodBefore, presetPeriod, readPeriod } from "./period.ts";
import { getScope } from "./scope.server.ts";

/** Everything the page shows, from the address: `from` and `to` as dates, `site` as an id. */
export async function getReportPage(ctx: PersonCtx, search: URLSearchParams) {
  const asked = readPeriod(search.get("from"), search.get("to"));
  const period = asked?.period ?? presetPeriod("month", ctx.now);
  const { scope, choices } = await getScope(ctx, readSite(search.get("site")));
  const report = await getReport(ctx, period, scope.where);
  return {
    period,
    presets: PRESETS.map((key) => ({ key, ...presetPeriod(key, ctx.now) })),
    refused: asked?.period === null ? asked : null,
    before: beforeOf(period),
    span: { ...instantsOf(period), lastDay: startOfDate(period.to), backlogAt: backlogInstant(period, ctx.now) },
    scope: scope.site,
    choices,
    report,
    names: await namesOf(
      ctx,
      report.by.ward.map((line) => Number(line.key)),
      report.by.system.map((line) => Number(line.key)),
    ),
  };
}
export type ReportPage = Awaited<ReturnType<typeof getReportPage>>;

function beforeOf(period: Period) {
  const before = periodBefore(period);
  return { from: startOfDate(before.from), lastDay: startOfDate(before.to) };
}

function readSite(text: string | null): number | null {
  if (!text) return null;
  const id = readId(text);
  if (id === null) throw new DomainError("not_found", "scope");
  return id;
}

async function namesOf(ctx: PersonCtx, wardIds: number[], systemIds: number[]) {
  const wards = await ctx.db
    .select({ id: sites.id, name: sites.name, unitKind: sites.unitKind })
    .from(sites)
    .where(inArray(sites.id, [0, ...wardIds]));
  const used = await ctx.db
    .select({ id: systems.id, name: systems.name, nameEn: systems.nameEn })
    .from(systems)
    .where(inArray(systems.id, [0, ...systemIds]));
  return { wards, systems: used };
}
