import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { inVietnamese } from "./in-vietnamese.server.ts";
import { countOpenTickets, type OpenTickets } from "./open-tickets.server.ts";
import type { SiteKind, UnitKind } from "./site.ts";

export const UNIT_STATES = ["now", "ended", "all"] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export type UnitRow = {
  id: number;
  name: string;
  unitKind: UnitKind;
  formerArea: string | null;
  validFrom: string;
  validUntil: string | null;
  departments: number;
  people: number;
  engineers: number;
};
const UNITS_A_PAGE = 50;

/**
 * Units by name. Every typed word, or its beginning, has to be in the unit's kind, name, old names or old district, with
 * or without marks: "p. tan binh", "q1", "thu duc".
 */
export async function listUnits(ctx: Ctx, wish: { q: string; state: UnitState; after?: number }) {
  const today = dateIn(ctx.now);
  const rows = await ctx.db.execute<UnitRow>(sql`
    select s.id, s.name, s.unit_kind as "unitKind", s.former_area as "formerArea",
      s.valid_from::text as "validFrom", s.valid_until::text as "validUntil",
      (select count(*)::int from sites d where d.parent_id = s.id and d.valid_from <= ${today}::date
        and (d.valid_until is null or d.valid_until >= ${today}::date)) as departments,
      (select count(*)::int from people p join sites at on at.id = p.site_id
        where at.path[2] = s.id and p.disabled_at is null) as people,
      (select count(distinct g.person_id)::int from grants g join people p on p.id = g.person_id
        where g.site_id = s.id and g.role = 'engineer' and p.disabled_at is null and g.valid_from <= ${today}::date
        and (g.valid_until is null or g.valid_until >= ${today}::date)) as engineers
    from sites s
    where s.kind = 'ward' and ${inState(wish.state, today)} and ${found(wish.q)}
      and (${wish.after ?? null}::int is null or
        (s.name collate "vi-x-icu", s.id) > (select a.name collate "vi-x-icu", a.id from sites a where a.id = ${wish.after ?? null}::int))
    order by ${inVietnamese(sql`s.name`)}, s.id limit ${UNITS_A_PAGE + 1}`);
  return { rows: rows.slice(0, UNITS_A_PAGE), more: rows.length > UNITS_A_PAGE };
}

function inState(state: UnitState, today: string) {
  if (state === "all") return sql`true`;
  const ended = sql`(s.valid_until is not null and s.valid_until < ${today}::date)`;
  return state === "ended" ? ended : sql`not ${ended}`;
}

const found = (q: string) => sql`coalesce(
  to_tsvector('simple', tram_words(concat_ws(' ', s.name, s.former_area,
    case s.unit_kind when 'phuong' then 'phuong p f' when 'xa' then 'xa x' else 'dac khu' end,
    regexp_replace(tram_words(s.former_area), '^quan ([a-z0-9]+)', 'q\\1 q \\1'),
    (select string_agg(n.name, ' ') from site_names n where n.site_id = s.id)))) @@ tram_words_query(${q}), true)`;

export type DepartmentRow = {
  id: number;
  name: string;
  validFrom: string;
  validUntil: string | null;
  people: number;
};
export type AdminSite = {
  id: number;
  kind: Exclude<SiteKind, "city">;
  name: string;
  unitKind: UnitKind | null;
  formerArea: string | null;
  validFrom: string;
  validUntil: string | null;
  version: number;
  unit: { id: number; name: string; unitKind: UnitKind } | null;
  mergedInto: { id: number; name: string; unitKind: UnitKind } | null;
};

/** A unit or one of its departments; the city itself is not kept here. */
export async function getSite(ctx: Ctx, id: number): Promise<AdminSite> {
  const [row] = await ctx.db.execute<AdminSite>(sql`
    select s.id, s.kind, s.name, s.unit_kind as "unitKind", s.former_area as "formerArea", s.version,
      s.valid_from::text as "validFrom", s.valid_until::text as "validUntil",
      case when s.kind = 'department' then json_build_object('id', u.id, 'name', u.name, 'unitKind', u.unit_kind) end as unit,
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name, 'unitKind', m.unit_kind) end as "mergedInto"
    from sites s join sites u on u.id = s.parent_id left join sites m on m.id = s.merged_into_id
    where s.id = ${id} and s.kind in ('ward', 'department')`);
  if (!row) throw new DomainError("not_found", "site");
  return row;
}

/** Of any time, in the order the office gave them; those that have ended come last. */
export async function listDepartmentsOfAllTime(ctx: Ctx, unitId: number): Promise<DepartmentRow[]> {
  const rows = await ctx.db.execute<DepartmentRow>(sql`
    select d.id, d.name, d.valid_from::text as "validFrom", d.valid_until::text as "validUntil",
      (select count(*)::int from people p where p.site_id = d.id and p.disabled_at is null) as people
    from sites d where d.parent_id = ${unitId} and d.kind = 'department'
    order by (d.valid_until is not null and d.valid_until < ${dateIn(ctx.now)}::date), d.sort, d.id limit 200`);
  return [...rows];
}

export type FormerName = { id: number; name: string; unitKind: UnitKind | null; until: string };

export async function listFormerNames(ctx: Ctx, siteId: number): Promise<FormerName[]> {
  const rows = await ctx.db.execute<FormerName>(sql`
    select id, name, unit_kind as "unitKind", until::text from site_names where site_id = ${siteId} order by id desc limit 50`);
  return [...rows];
}

type SitePeople = { rows: { id: number; fullName: string; position: string | null }[]; all: number };
export type InUse = { people: SitePeople; tickets: OpenTickets };

/** Who works at a place, its departments included, and what is open there: to be settled before it ends. */
export async function whatIsAt(ctx: Ctx, siteId: number, limit = 30): Promise<InUse> {
  const rows = await ctx.db.execute<SitePeople["rows"][number] & { all: number }>(sql`
    select p.id, p.full_name as "fullName", p.position, count(*) over ()::int as all
    from people p join sites at on at.id = p.site_id
    where ${siteId} = any (at.path) and p.disabled_at is null
    order by ${inVietnamese(sql`p.full_name`)}, p.id limit ${limit}`);
  const people = rows.map(({ id, fullName, position }) => ({ id, fullName, position }));
  return { people: { rows: people, all: rows[0]?.all ?? 0 }, tickets: await countOpenTickets(ctx, { siteId }) };
}
