import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { isUniqueViolation } from "#app/db/unique.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import type { Calendar } from "./calendar.ts";
import { differencesBetween } from "./calendar-difference.ts";
import { dayLine } from "./calendar-text.ts";
import { getCalendar, getCityCalendar, type KeptCalendar, listFollowers } from "./calendars.server.ts";
import { type CalendarHours, countedFrom } from "./hours.ts";
import { calendars, calendarVersions } from "./schema.server.ts";

export const isCity = ({ siteId, teamId }: Pick<KeptCalendar, "siteId" | "teamId">) =>
  siteId === null && teamId === null;

type Counted = Pick<KeptCalendar, "id" | "version" | "hours"> & { counted: Calendar };

/** The calendar as it would be counted, and every other that would be counted otherwise with it. */
export async function countedAfter(ctx: Ctx, calendar: KeptCalendar, hours: CalendarHours): Promise<Counted[]> {
  const { id, version } = calendar;
  if (!isCity(calendar)) {
    const city = await getCityCalendar(ctx);
    return [{ id, version, hours, counted: countedFrom(hours, city.hours) }];
  }
  const followers = await listFollowers(ctx);
  const following = followers
    .map((one) => ({ ...one, counted: countedFrom(one.hours, hours), before: one.counted }))
    .filter(({ counted, before }) => !isDeepStrictEqual(counted, before));
  return [{ id, version, hours, counted: countedFrom(hours, hours) }, ...following];
}

/** The days on which an override is in force; the city's always is, where no override says otherwise. */
export type Period = { readonly validFrom: string; readonly validUntil: string | null };
export type CalendarChange = Period & {
  readonly id: number;
  /** What the admin was looking at. */
  readonly seen: Period & { readonly version: number };
  readonly hours: CalendarHours;
  readonly why: string;
  readonly how?: "changed" | "imported" | "put_back";
};

/** An edit is a new version of the calendar and, where it is the city's, of all that follow it. */
export async function changeCalendar(ctx: Ctx, change: CalendarChange): Promise<void> {
  requireAdmin(ctx.actor);
  await lockCalendars(ctx);
  const calendar = await getCalendar(ctx, change.id);
  const { seen, hours, why, how = "changed" } = change;
  const period = isCity(calendar) ? calendar : endingAfterItBegins(change);
  if (calendar.version !== seen.version || !samePeriod(calendar, isCity(calendar) ? calendar : seen))
    throw new DomainError("conflict", "changed_meanwhile");
  const sameHours = differencesBetween(calendar.hours, hours).length === 0;
  if (sameHours && samePeriod(calendar, period)) throw new DomainError("invalid", "nothing_changed");
  if (!sameHours) await addVersions(ctx, await countedAfter(ctx, calendar, hours), why);
  const { validFrom, validUntil } = period;
  if (!samePeriod(calendar, period))
    await ctx.db.update(calendars).set({ validFrom, validUntil }).where(eq(calendars.id, calendar.id));
  const [before, after] = factsOf(calendar, { ...period, hours });
  const object = { id: calendar.id, name: calendar.name };
  await recordAudit(ctx, { action: `calendar.${how}`, object, before, after: { ...after, why } });
}

export type NewOverride = Period & {
  readonly siteId: number | null;
  readonly teamId: number | null;
  readonly hours: CalendarHours;
  readonly why: string;
};

/** From a day on a ward or a team counts by a calendar of its own. */
export async function addOverride(ctx: Ctx, input: NewOverride): Promise<number> {
  requireAdmin(ctx.actor);
  const city = await lockCalendars(ctx);
  const { siteId, teamId, hours, why } = input;
  const { validFrom, validUntil } = endingAfterItBegins(input);
  if ((siteId === null) === (teamId === null)) throw new DomainError("invalid", "owner_unknown");
  const owners = await ctx.db.execute<{ name: string }>(sql`
    select name from sites where id = ${siteId} and kind = 'ward'
    union all select name from teams where id = ${teamId}`);
  const [owner] = owners;
  if (!owner) throw new DomainError("invalid", "owner_unknown");
  const adding = ctx.db.transaction((tx) =>
    tx.insert(calendars).values({ siteId, teamId, validFrom, validUntil }).returning({ id: calendars.id }),
  );
  const [added] = await adding.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("conflict", "has_calendar") : error;
  });
  if (!added) throw new Error("calendars returned no row");
  const counted = countedFrom(hours, city.hours);
  await addVersions(ctx, [{ id: added.id, version: 0, hours, counted }], why);
  const [, after] = factsOf(city, { validFrom, validUntil, hours });
  await recordAudit(ctx, {
    action: "calendar.added",
    object: { id: added.id, name: owner.name },
    after: { ...after, validFrom, why },
  });
  return added.id;
}

/** All edits go one after the other: what follows the city is counted from the city's newest days. */
async function lockCalendars(ctx: Ctx): Promise<KeptCalendar> {
  await ctx.db.execute(sql`select from calendars where site_id is null and team_id is null for update`);
  return getCityCalendar(ctx);
}

async function addVersions(ctx: Ctx, changed: readonly Counted[], why: string): Promise<void> {
  const madeById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await ctx.db.insert(calendarVersions).values(
    changed.map(({ id, version, hours, counted }) => ({
      ...{ calendarId: id, version: version + 1, hours, counted, why, madeById },
      madeAt: ctx.now,
    })),
  );
}

function endingAfterItBegins({ validFrom, validUntil }: Period): Period {
  if (validUntil !== null && validUntil < validFrom) throw new DomainError("invalid", "ends_before_it_begins");
  return { validFrom, validUntil };
}

export const samePeriod = (a: Period, b: Period): boolean =>
  a.validFrom === b.validFrom && a.validUntil === b.validUntil;

type Facts = Period & { hours: CalendarHours };

/** What differs, for the history: hours by weekday, days as they are typed. */
function factsOf(was: Facts, is: Facts): [before: AuditFacts, after: AuditFacts] {
  const facts: [Record<string, AuditFacts[string]>, Record<string, AuditFacts[string]>] = [{}, {}];
  const put = (field: string, before: AuditFacts[string], after: AuditFacts[string]) => {
    facts[0][field] = before;
    facts[1][field] = after;
  };
  const differences = differencesBetween(was.hours, is.hours);
  for (const one of differences) {
    if (one.what === "weekday") put(one.weekday, one.before, one.after);
    else if (one.what === "timeZone") put("timeZone", one.before, one.after);
    else if (one.what === "followsCity") put("followsCity", !one.after, one.after);
  }
  const days = differences.filter((one) => one.what === "day");
  if (days.length > 0) {
    const linesOf = (side: "before" | "after") => days.flatMap((one) => (one[side] ? [dayLine(one[side])] : []));
    put("days", linesOf("before"), linesOf("after"));
  }
  if (was.validFrom !== is.validFrom) put("validFrom", was.validFrom, is.validFrom);
  if (was.validUntil !== is.validUntil) put("validUntil", was.validUntil, is.validUntil);
  return facts;
}
