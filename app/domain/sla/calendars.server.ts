import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { listTeams, listWards } from "../directory/catalog.server.ts";
import type { UnitKind } from "../directory/site.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import type { Calendar } from "./calendar.ts";
import { missingYears } from "./calendar-years.ts";
import type { CalendarHours } from "./hours.ts";
import { calendars } from "./schema.server.ts";

/** Whose it is: a ward's, a team's, or with neither the city's. `name` is the ward's, the team's or the city's. */
export type CalendarOwner = {
  siteId: number | null;
  teamId: number | null;
  name: string;
  /** A team's; elsewhere the same as `name`. */
  nameEn: string;
  unitKind: UnitKind | null;
};
export type KeptCalendar = CalendarOwner & {
  id: number;
  validFrom: string;
  validUntil: string | null;
  version: number;
  hours: CalendarHours;
  counted: Calendar;
  why: string;
  madeBy: string | null;
  madeAt: Date;
};

const CITY_NAME = sql`(select y.name from sites y where y.kind = 'city' order by y.id limit 1)`;
const OWNER = sql`c.site_id as "siteId", c.team_id as "teamId", coalesce(s.name, t.name, ${CITY_NAME}, '') as name,
  coalesce(t.name_en, s.name, ${CITY_NAME}, '') as "nameEn", s.unit_kind as "unitKind"`;
const IS_CITY = sql`c.site_id is null and c.team_id is null`;

type Row = Omit<KeptCalendar, "madeAt"> & { madeAt: string };
const kept = ({ madeAt, ...row }: Row): KeptCalendar => ({ ...row, madeAt: new Date(madeAt) });

async function readNewest(ctx: Ctx, which: SQL, more = sql``): Promise<KeptCalendar[]> {
  const rows = await ctx.db.execute<Row>(sql`
    select c.id, ${OWNER}, c.valid_from::text as "validFrom", c.valid_until::text as "validUntil",
      v.version, v.hours, v.counted, v.why, p.full_name as "madeBy", v.made_at::text as "madeAt"
    from calendars c
    cross join lateral (select * from calendar_versions n where n.calendar_id = c.id order by n.version desc limit 1) v
    left join sites s on s.id = c.site_id
    left join teams t on t.id = c.team_id
    left join people p on p.id = v.made_by_id
    where ${which} ${more}`);
  return rows.map(kept);
}

const CALENDARS_A_PAGE = 50;

/** The city's, then the teams', then the wards' by name: a page of them from the `after`th on. */
export async function listCalendars(ctx: Ctx, wish: { q: string; after: number }) {
  requireAdmin(ctx.actor);
  const named = sql`coalesce(to_tsvector('simple', tram_words(concat_ws(' ', s.name, s.former_area, t.name, t.name_en,
    case s.unit_kind when 'phuong' then 'phuong p' when 'xa' then 'xa x' when 'dac_khu' then 'dac khu' end,
    case when ${IS_CITY} then ${CITY_NAME} end))) @@ tram_words_query(${wish.q}), true)`;
  const rows = await readNewest(
    ctx,
    named,
    sql`order by (${IS_CITY}) desc, c.team_id is null, coalesce(t.name, s.name) collate "vi-x-icu", c.id
      offset ${wish.after} limit ${CALENDARS_A_PAGE + 1}`,
  );
  const next = rows.length > CALENDARS_A_PAGE ? wish.after + CALENDARS_A_PAGE : null;
  return { rows: rows.slice(0, CALENDARS_A_PAGE), next };
}

export async function getCalendar(ctx: Ctx, id: number): Promise<KeptCalendar> {
  requireAdmin(ctx.actor);
  const [found] = await readNewest(ctx, sql`c.id = ${id}`);
  if (!found) throw new DomainError("not_found", "calendar");
  return found;
}

export async function getCityCalendar(ctx: Ctx): Promise<KeptCalendar> {
  const [city] = await readNewest(ctx, IS_CITY);
  if (!city) throw new Error("the city has no calendar");
  return city;
}

/** All that follow the city, for an edit of its days goes through each of them. */
export const listFollowers = (ctx: Ctx): Promise<KeptCalendar[]> =>
  readNewest(ctx, sql`not (${IS_CITY}) and (v.hours->>'followsCity')::boolean`, sql`order by c.id`);

export type CalendarVersion = Pick<KeptCalendar, "version" | "hours" | "why" | "madeBy" | "madeAt">;
export const VERSIONS_A_PAGE = 20;

/** Newest first, up to `before`; one more than is shown, for each is told by what it changed in the one before it. */
export async function listVersions(ctx: Ctx, id: number, before: number | null): Promise<CalendarVersion[]> {
  requireAdmin(ctx.actor);
  const rows = await ctx.db.execute<Omit<CalendarVersion, "madeAt"> & { madeAt: string }>(sql`
    select v.version, v.hours, v.why, p.full_name as "madeBy", v.made_at::text as "madeAt"
    from calendar_versions v left join people p on p.id = v.made_by_id
    where v.calendar_id = ${id} and (${before}::int is null or v.version <= ${before}::int)
    order by v.version desc limit ${VERSIONS_A_PAGE + 1}`);
  return rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: new Date(madeAt) }));
}

export async function getVersion(ctx: Ctx, id: number, version: number): Promise<CalendarHours> {
  requireAdmin(ctx.actor);
  const [found] = await ctx.db.execute<{ hours: CalendarHours }>(
    sql`select hours from calendar_versions where calendar_id = ${id} and version = ${version}`,
  );
  if (!found) throw new DomainError("not_found", "calendar_version");
  return found.hours;
}

/** The years whose days off nobody has written down yet. */
export async function findMissingYears(ctx: Ctx): Promise<number[]> {
  const { hours } = await getCityCalendar(ctx);
  return missingYears(hours.days, dateIn(ctx.now));
}

/** Wards and teams that have no calendar of their own yet. */
export async function listOwnerChoices(ctx: Ctx) {
  requireAdmin(ctx.actor);
  const owned = await ctx.db.select({ siteId: calendars.siteId, teamId: calendars.teamId }).from(calendars);
  const [wards, teams] = [await listWards(ctx), await listTeams(ctx)];
  return {
    wards: wards.filter(({ id }) => !owned.some(({ siteId }) => siteId === id)),
    teams: teams.filter(({ id }) => !owned.some(({ teamId }) => teamId === id)),
  };
}
