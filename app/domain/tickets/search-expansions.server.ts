import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsIn } from "#app/lib/fold.ts";
import { type NamedPlace, placesByWords } from "../directory/place-words.ts";
import type { UnitKind } from "../directory/site.ts";
import type { Expansions } from "./search-query.ts";

/** What else the words may be written as, from the list that an admin keeps, and the places they may mean. */
export async function listExpansions(ctx: Ctx): Promise<Expansions> {
  const abbreviations = await ctx.db.execute<{ short: string; long: string }>(
    sql`select short, long from abbreviations order by short limit 5000`,
  );
  const places = await ctx.db.execute<{
    id: number;
    name: string;
    unit_kind: UnitKind | null;
    former_area: string | null;
  }>(sql`
    select id, name, unit_kind, former_area from sites where kind = 'ward'
    union all
    select n.site_id, n.name, n.unit_kind, null from site_names n join sites s on s.id = n.site_id where s.kind = 'ward'
    limit 5000`);
  return {
    written: waysToWrite(abbreviations),
    places: placesByWords(
      places.map(
        ({ unit_kind, former_area, ...place }): NamedPlace => ({
          ...place,
          unitKind: unit_kind,
          formerArea: former_area,
        }),
      ),
    ),
  };
}

/** Each short and long form with all others that mean the same: ko, k and hok are all không. */
function waysToWrite(rows: readonly { short: string; long: string }[]): Map<string, string[]> {
  const meaning = new Map<string, Set<string>>();
  for (const { short, long } of rows) {
    const key = wordsIn(long).join(" ");
    const ways = meaning.get(key) ?? new Set([long]);
    meaning.set(key, ways.add(short));
  }
  const written = new Map<string, string[]>();
  for (const ways of meaning.values()) {
    for (const way of ways) {
      const key = wordsIn(way).join(" ");
      const others = [...ways].filter((other) => other !== way);
      written.set(key, [...(written.get(key) ?? []), ...others]);
    }
  }
  return written;
}
