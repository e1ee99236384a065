import { desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { addDays, dateIn, startOfDate } from "#app/lib/time.ts";
import type { Calendar } from "./calendar.ts";
import type { Judged } from "./judged.ts";
import { choosePolicy, type Policy, type PolicyFacts } from "./policy.ts";
import type { Judgement } from "./replay.ts";
import { calendars, calendarVersions, slaPolicies } from "./schema.server.ts";

/** Versions never change, so one process reads each once. */
const known = { calendars: new Map<number, Calendar>(), policies: new Map<number, readonly Policy[]>() };

/** Reads the versions that these judgements name, and gives what they stand for. */
export async function readJudgements(ctx: Ctx, judged: readonly Judged[]): Promise<(one: Judged) => Judgement> {
  const wanted = new Set(judged.flatMap(({ timetable }) => timetable.map(({ calendar }) => calendar)));
  const missing = [...wanted].filter((id) => !known.calendars.has(id));
  if (missing.length > 0) {
    const rows = await ctx.db
      .select({ id: calendarVersions.id, counted: calendarVersions.counted })
      .from(calendarVersions)
      .where(inArray(calendarVersions.id, missing));
    for (const { id, counted } of rows) known.calendars.set(id, counted);
  }
  const lists = [...new Set(judged.map(({ policies }) => policies))].filter((version) => !known.policies.has(version));
  if (lists.length > 0) {
    const rows = await ctx.db.select().from(slaPolicies).where(inArray(slaPolicies.version, lists));
    for (const { version, list } of rows) known.policies.set(version, list);
  }
  return (one) => ({
    policy: known.policies.get(one.policies)?.find(({ key }) => key === one.policy) ?? null,
    timetable: one.timetable.map(({ from, calendar }) => ({
      from: from === null ? null : new Date(from),
      calendar: calendarOf(calendar),
    })),
  });
}

function calendarOf(version: number): Calendar {
  const calendar = known.calendars.get(version);
  if (!calendar) throw new Error(`no calendar version ${version}`);
  return calendar;
}

export type Place = PolicyFacts & { readonly teamId: number | null };

/** What holds today for a ticket of this kind and place, counted from `from` on. */
export async function judge(ctx: Ctx, place: Place, from: Date): Promise<Judged> {
  const [[current], timetable] = await Promise.all([
    ctx.db.select().from(slaPolicies).orderBy(desc(slaPolicies.version)).limit(1),
    timetableFor(ctx, place, from),
  ]);
  if (!current) throw new Error("there are no policies");
  return { policies: current.version, policy: choosePolicy(current.list, place)?.key ?? null, timetable };
}

type Owned = { calendar: number; siteId: number | null; teamId: number | null; from: string; until: string | null };

/** The team's calendar before the ward's before the city's, each on the days it is in force. */
async function timetableFor(ctx: Ctx, { siteIds, teamId }: Place, from: Date): Promise<Judged["timetable"]> {
  const newest = sql<number>`(select id from calendar_versions v where v.calendar_id = calendars.id order by version desc limit 1)`;
  const owned: Owned[] = await ctx.db
    .select({
      calendar: newest,
      siteId: calendars.siteId,
      teamId: calendars.teamId,
      from: calendars.validFrom,
      until: calendars.validUntil,
    })
    .from(calendars)
    .where(
      or(
        sql`${calendars.siteId} is null and ${calendars.teamId} is null`,
        inArray(calendars.siteId, [0, ...siteIds]),
        eq(calendars.teamId, teamId ?? 0),
      ),
    );
  const rank = ({ siteId, teamId }: Owned) => (teamId !== null ? 0 : siteId !== null ? 1 : 2);
  const byRank = owned.sort((a, b) => rank(a) - rank(b));
  const inForce = (date: string) =>
    byRank.find((one) => rank(one) === 2 || (one.from <= date && (one.until === null || date <= one.until)))?.calendar;
  const today = dateIn(from);
  const turns = byRank.flatMap((one) => [one.from, ...(one.until === null ? [] : [addDays(one.until, 1)])]);
  const dates = [today, ...[...new Set(turns)].filter((date) => date > today).sort()];
  const timetable: Judged["timetable"] = [];
  for (const [at, date] of dates.entries()) {
    const calendar = inForce(date);
    if (calendar === undefined) throw new Error("the city has no calendar");
    if (timetable.at(-1)?.calendar === calendar) continue;
    timetable.push({ from: at === 0 ? null : startOfDate(date).toISOString(), calendar });
  }
  return timetable;
}
