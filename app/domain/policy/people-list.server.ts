import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { dateIn } from "#app/lib/time.ts";
import type { UnitKind } from "../directory/site.ts";
import { type HeldGrant, listHeld } from "./grants-held.server.ts";
import type { PeopleFilters } from "./people-filters.ts";
import { requireAdmin } from "./require-admin.ts";

const PAGE = 50;
const WORDS_MAX = 6;

export type ListedPerson = {
  id: number;
  fullName: string;
  email: string;
  phone: string | null;
  position: string | null;
  siteName: string | null;
  unitName: string | null;
  unitKind: UnitKind | null;
  lang: Lang;
  disabledAt: Date | null;
  leavesOn: string | null;
  invitedAt: Date | null;
  joinedAt: Date | null;
  /** Held now or from a later day on. */
  grants: HeldGrant[];
};
type Row = Omit<ListedPerson, "disabledAt" | "invitedAt" | "joinedAt" | "grants"> &
  Record<"disabledAt" | "invitedAt" | "joinedAt", string | null>;

const inOrder = sql`tram_name_key(p.full_name) collate "vi-x-icu"`;
const instant = (text: string | null) => (text === null ? null : new Date(text));

/** A page of people by given name, after the person that the page before ended with. */
export async function listPeople(
  ctx: Ctx,
  { after, ...filters }: PeopleFilters & { after: number | null },
  limit = PAGE,
): Promise<{ people: ListedPerson[]; more: boolean }> {
  requireAdmin(ctx.actor);
  const where = [...(await conditions(ctx, filters)), ...(after === null ? [] : [await following(ctx, after)])];
  const rows = await ctx.db.execute<Row>(sql`
    select p.id, p.full_name as "fullName", p.email, p.phone, p.position, s.name as "siteName", u.name as "unitName",
      u.unit_kind as "unitKind", p.lang, p.disabled_at as "disabledAt", p.leaves_on::text as "leavesOn", p.invited_at as "invitedAt",
      p.joined_at as "joinedAt"
    from people p left join sites s on s.id = p.site_id left join sites u on u.id = s.path[2]
    where ${sql.join([sql`true`, ...where], sql` and `)}
    order by ${inOrder}, p.id limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const grants = await listLasting(
    ctx,
    page.map(({ id }) => id),
  );
  return {
    more: rows.length > limit,
    people: page.map((row) => ({
      ...row,
      disabledAt: instant(row.disabledAt),
      invitedAt: instant(row.invitedAt),
      joinedAt: instant(row.joinedAt),
      grants: grants.get(row.id) ?? [],
    })),
  };
}

async function listLasting(ctx: Ctx, ids: readonly number[]): Promise<Map<number, HeldGrant[]>> {
  const today = dateIn(ctx.now);
  const where = sql`g.person_id = any (${`{${ids.join(",")}}`}::int[]) and (g.valid_until is null or g.valid_until >= ${today}::date)`;
  const byPerson = new Map<number, HeldGrant[]>();
  for (const grant of await listHeld(ctx, where, ids.length * 20)) {
    const mine = byPerson.get(grant.personId);
    if (mine) mine.push(grant);
    else byPerson.set(grant.personId, [grant]);
  }
  return byPerson;
}

/** The cursor is a person: whoever was renamed meanwhile leads on from their new name. */
async function following(ctx: Ctx, after: number): Promise<SQL> {
  const [last] = await ctx.db.execute<{ name: string }>(sql`select full_name as name from people where id = ${after}`);
  return last ? sql`(${inOrder}, p.id) > (tram_name_key(${last.name}), ${after}::int)` : sql`true`;
}

async function conditions(ctx: Ctx, { q, site, role, state }: PeopleFilters): Promise<SQL[]> {
  const today = dateIn(ctx.now);
  const found = q === "" ? [] : await matching(ctx, q);
  if (site !== null) found.push(sql`p.site_id in (select id from sites where path @> array[${site}::int])`);
  if (role !== null) {
    found.push(sql`exists (select from grants g where g.person_id = p.id and g.role = ${role}
      and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date))`);
  }
  const states: Record<PeopleFilters["state"], SQL | null> = {
    all: null,
    working: sql`p.disabled_at is null`,
    disabled: sql`p.disabled_at is not null`,
    joined: sql`p.disabled_at is null and p.joined_at is not null`,
    invited: sql`p.disabled_at is null and p.joined_at is null and p.invited_at is not null`,
    uninvited: sql`p.disabled_at is null and p.joined_at is null and p.invited_at is null`,
  };
  return states[state] ? [...found, states[state]] : found;
}

/** A number is one word however it is grouped, and may be any part of one; other words begin like a word. */
function wordsOf(q: string): { word: string; before: string }[] {
  if (/^[+\d][\d\s.()-]+$/.test(q)) return [{ word: q.replace(/[^\d+]/g, ""), before: "" }];
  return q
    .split(" ")
    .slice(0, WORDS_MAX)
    .map((word) => ({ word, before: " " }));
}

const escaped = (word: SQL) => sql`replace(replace(replace(tram_fold(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;

/** A room is found by its own name, its unit's, and the old district people still say. */
const PLACES = sql`
  select s.id, tram_fold(' ' || concat_ws(' ', case u.unit_kind when 'dac_khu' then 'dac khu' else u.unit_kind end, u.name, s.name, u.former_area)) as said
  from sites s left join sites u on u.id = s.path[2]`;

async function matching(ctx: Ctx, q: string): Promise<SQL[]> {
  const words = wordsOf(q);
  const asked = sql`jsonb_array_elements_text(${JSON.stringify(words.map(({ word }) => word))}::jsonb)`;
  const rows = await ctx.db.execute<{ place: number; ids: string }>(sql`
    select asked.place::int, array_agg(s.id)::text as ids
    from ${asked} with ordinality as asked(word, place)
    join (${PLACES}) as s on s.said like '% ' || ${escaped(sql`asked.word`)} || '%'
    group by asked.place`);
  const places = new Map(rows.map(({ place, ids }) => [place, ids]));
  return words.map(
    ({ word, before }, at) => sql`(p.search_text like '%' || ${before}::text || ${escaped(sql`${word}::text`)} || '%'
      or p.site_id = any (${places.get(at + 1) ?? "{}"}::int[]))`,
  );
}
