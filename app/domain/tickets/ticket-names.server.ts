import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { people } from "../directory/schema.server.ts";
import { idsIn, type Names } from "./describe-event.ts";
import type { TimelineEvent } from "./ticket-timeline.server.ts";

const distinct = (ids: readonly (number | null | undefined)[]) => [...new Set(ids.filter((id) => id != null))];
const list = (ids: readonly number[]) => sql`${sql.param(`{${ids.join(",")}}`)}::int[]`;

/** All the names of a page in two queries at most, however long its history. */
export async function listNames(
  ctx: Ctx,
  events: readonly TimelineEvent[],
  others: readonly (number | null)[],
  lang: Lang,
): Promise<Names> {
  const mentioned = events.map(({ event }) => idsIn(event));
  const persons = distinct([
    ...others,
    ...events.map(({ actorId }) => actorId),
    ...mentioned.flatMap((ids) => ids.people ?? []),
  ]);
  const names: Names = { people: {}, systems: {}, teams: {}, wards: {} };
  const found = await ctx.db
    .select({ id: people.id, name: people.fullName })
    .from(people)
    .where(inArray(people.id, persons));
  for (const { id, name } of found) names.people[id] = name;

  const systems = distinct(mentioned.flatMap((ids) => ids.systems ?? []));
  const teams = distinct(mentioned.flatMap((ids) => ids.teams ?? []));
  const wards = distinct(mentioned.flatMap((ids) => ids.wards ?? []));
  if (systems.length + teams.length + wards.length === 0) return names;
  const things = await ctx.db.execute<{
    what: "systems" | "teams" | "wards";
    id: number;
    name: string;
    name_en: string;
  }>(sql`
    select 'systems' as what, id, name, name_en from systems where id = any (${list(systems)})
    union all select 'teams', id, name, name_en from teams where id = any (${list(teams)})
    union all select 'wards', id, name, name from sites where id = any (${list(wards)})`);
  for (const { what, id, name, name_en } of things) names[what][id] = lang === "en" ? name_en : name;
  return names;
}
