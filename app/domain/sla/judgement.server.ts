import { desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Calendar } from "./calendar.ts";
import { type Judged, versionsIn } from "./judged.ts";
import type { Policy } from "./policy.ts";
import type { Judgement } from "./replay.ts";
import { judgeBy, type Place, type Rules } from "./rules.ts";
import { calendars, calendarVersions, slaPolicies } from "./schema.server.ts";

/** Versions never change, so one process reads each once. */
const known = {
  calendars: new Map<number, Calendar>(),
  calendarOf: new Map<number, number>(),
  policies: new Map<number, readonly Policy[]>(),
};

/** What is not stored yet, by the versions it goes by meanwhile. */
export type Drafts = { calendars?: ReadonlyMap<number, Calendar>; policies?: ReadonlyMap<number, readonly Policy[]> };

/** Reads the versions that these judgements name, and gives what they stand for. */
export async function readJudgements(
  ctx: Ctx,
  judged: readonly Judged[],
  drafts: Drafts = {},
): Promise<(one: Judged) => Judgement> {
  const missing = versionsIn(judged).filter((id) => !known.calendars.has(id) && !drafts.calendars?.has(id));
  if (missing.length > 0) {
    const rows = await ctx.db
      .select({ id: calendarVersions.id, counted: calendarVersions.counted })
      .from(calendarVersions)
      .where(inArray(calendarVersions.id, missing));
    for (const { id, counted } of rows) known.calendars.set(id, counted);
  }
  const named = [...new Set(judged.map(({ policies }) => policies))];
  const lists = named.filter((version) => !known.policies.has(version) && !drafts.policies?.has(version));
  if (lists.length > 0) {
    const rows = await ctx.db.select().from(slaPolicies).where(inArray(slaPolicies.version, lists));
    for (const { version, list } of rows) known.policies.set(version, list);
  }
  const policiesOf = (version: number) => drafts.policies?.get(version) ?? known.policies.get(version);
  const calendarOf = (version: number): Calendar => {
    const calendar = drafts.calendars?.get(version) ?? known.calendars.get(version);
    if (!calendar) throw new Error(`no calendar version ${version}`);
    return calendar;
  };
  return (one) => ({
    version: one.policies,
    policy: policiesOf(one.policies)?.find(({ key }) => key === one.policy) ?? null,
    timetable: one.timetable.map(({ from, calendar }) => ({
      from: from === null ? null : new Date(from),
      calendar: calendarOf(calendar),
    })),
  });
}

/** What holds today for a ticket of this kind and place, counted from `from` on. */
export async function judge(ctx: Ctx, place: Place, from: Date): Promise<Judged> {
  const { siteIds, teamId } = place;
  const ofPlace = or(
    sql`${calendars.siteId} is null and ${calendars.teamId} is null`,
    inArray(calendars.siteId, [0, ...siteIds]),
    eq(calendars.teamId, teamId ?? 0),
  );
  return judgeBy(await readRules(ctx, ofPlace), place, from);
}

/** What holds today: everywhere, or only where `which` says. */
export async function readRules(ctx: Ctx, which?: SQL): Promise<Rules> {
  const newest = sql<number>`(select id from calendar_versions v where v.calendar_id = calendars.id order by version desc limit 1)`;
  const [[current], owned] = await Promise.all([
    ctx.db.select().from(slaPolicies).orderBy(desc(slaPolicies.version)).limit(1),
    ctx.db
      .select({
        id: calendars.id,
        version: newest,
        siteId: calendars.siteId,
        teamId: calendars.teamId,
        from: calendars.validFrom,
        until: calendars.validUntil,
      })
      .from(calendars)
      .where(which),
  ]);
  if (!current) throw new Error("there are no policies");
  return { policies: current.version, list: current.list, calendars: owned };
}

/** The calendars that these versions are of. */
export async function readCalendarsOf(
  ctx: Ctx,
  judged: readonly Judged[],
): Promise<(version: number) => number | undefined> {
  const missing = versionsIn(judged).filter((id) => !known.calendarOf.has(id));
  if (missing.length > 0) {
    const rows = await ctx.db
      .select({ id: calendarVersions.id, calendarId: calendarVersions.calendarId })
      .from(calendarVersions)
      .where(inArray(calendarVersions.id, missing));
    for (const { id, calendarId } of rows) known.calendarOf.set(id, calendarId);
  }
  return (version) => known.calendarOf.get(version);
}
