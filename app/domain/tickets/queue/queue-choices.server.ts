import { sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import {
  listDepartments,
  listSystems,
  listWards,
  type Place,
  type SystemChoice,
} from "../../directory/catalog.server.ts";
import type { Person } from "../../policy/actor.ts";
import { seesQueue } from "../../policy/tickets.ts";
import { unitsOf, workplacesOf } from "./queue-groups.server.ts";

export type Colleague = { id: number; fullName: string };
/** What the filters offer: only places and people this person works with or leads. */
export type QueueChoices = {
  systems: SystemChoice[];
  wards: Place[];
  departments: Place[];
  colleagues: Colleague[];
};

export async function listChoices(ctx: PersonCtx, site: number | null): Promise<QueueChoices> {
  const places = placesOf(ctx.actor);
  const wards =
    places.city || places.wards.length > 0 ? await listWards(ctx, places.city ? undefined : places.wards) : [];
  const ward = wards.length === 1 ? wards[0] : wards.find(({ id }) => id === site);
  return {
    systems: await listSystems(ctx, ward?.id ?? null),
    wards,
    departments: ward ? await listDepartments(ctx, ward.id) : [],
    colleagues: seesQueue(ctx.actor) ? await listColleaguesAtWork(ctx) : [],
  };
}

function placesOf(actor: Person): { city: boolean; wards: number[] } {
  const work = workplacesOf(actor);
  const units = unitsOf(actor);
  const departments = actor.grants.filter((grant) => grant.siteKind === "department").map((grant) => grant.siteId);
  const led = units.sites.filter((id) => !departments.includes(id));
  return { city: work.city || units.city || work.teams.length > 0, wards: [...new Set([...work.wards, ...led])] };
}

/** Whom somebody in the queue may give work to: engineers of the same wards, the duty desk, the own teams. */
async function listColleaguesAtWork(ctx: PersonCtx, limit = 500): Promise<Colleague[]> {
  const { city, wards, teams } = workplacesOf(ctx.actor);
  const today = dateIn(ctx.now);
  const list = (ids: readonly number[]) => sql`${`{${ids.join(",")}}`}::int[]`;
  const rows = await ctx.db.execute<{ id: number; full_name: string }>(sql`
    select distinct p.id, p.full_name
    from grants g join people p on p.id = g.person_id join sites s on s.id = g.site_id
    where ((g.role in ('engineer', 'coordinator') and (${city} or s.kind = 'city' or g.site_id = any (${list(wards)})))
        or (g.role = 'specialist' and (${city} or g.team_id = any (${list(teams)}))))
      and p.disabled_at is null
      and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)
    order by p.full_name, p.id limit ${limit}`);
  return rows.map((row) => ({ id: row.id, fullName: row.full_name }));
}
