import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { fold } from "#app/lib/fold.ts";
import { dateIn } from "#app/lib/time.ts";
import type { PersonRow } from "../directory/people-admin.server.ts";
import { people, teams } from "../directory/schema.server.ts";
import { listLabelledSites } from "../directory/site-labels.server.ts";
import { type HeldGrant, listHeld } from "./grants-held.server.ts";
import type { ImportLine } from "./people-columns.ts";
import { placeFinder } from "./people-import-places.server.ts";

/** All that a file is checked against, read with four questions however many lines it has. */
export async function readWorld(ctx: Ctx, lines: readonly ImportLine[]) {
  const emails = [...new Set(lines.map(({ cells }) => cells.email.trim().toLowerCase()))].filter(
    (email) => email !== "",
  );
  const known: PersonRow[] = [];
  for (let at = 0; at < emails.length; at += 5_000)
    known.push(
      ...(await ctx.db
        .select()
        .from(people)
        .where(inArray(people.email, emails.slice(at, at + 5_000)))),
    );
  const ids = `{${known.map(({ id }) => id).join(",")}}`;
  const held = await listHeld(ctx, sql`g.person_id = any (${ids}::int[])`, 100_000);
  const byPerson = new Map<number, HeldGrant[]>();
  for (const grant of held) byPerson.set(grant.personId, [...(byPerson.get(grant.personId) ?? []), grant]);
  const teamRows = await ctx.db
    .select({ id: teams.id, key: teams.key, name: teams.name, nameEn: teams.nameEn })
    .from(teams);
  return {
    today: dateIn(ctx.now),
    people: new Map(known.map((person) => [person.email, person])),
    held: byPerson,
    places: placeFinder(await listLabelledSites(ctx)),
    team: (typed: string) => {
      const key = fold(typed.trim());
      const found = teamRows.filter((team) => [team.name, team.nameEn, team.key].some((name) => fold(name) === key));
      return found.length === 1 ? (found[0] ?? null) : null;
    },
  };
}
export type World = Awaited<ReturnType<typeof readWorld>>;
