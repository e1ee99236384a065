import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsIn } from "#app/lib/fold.ts";
import { type NamedPlace, placesByWords } from "../../directory/place-words.ts";
import type { UnitKind } from "../../directory/site.ts";
import type { Expansions } from "./search-query.ts";

type Named = {
  of: "ward" | "system";
  id: number;
  name: string;
  unit_kind: UnitKind | null;
  former_area: string | null;
};

/** What else the words may be written as, from the list that an admin keeps, and the places and systems they may mean. */
export async function listExpansions(ctx: Ctx): Promise<Expansions> {
  const abbreviations = await ctx.db.execute<{ short: string; long: string }>(
    sql`select short, long from abbreviations order by short limit 5000`,
  );
  const named = await ctx.db.execute<Named>(sql`
    select 'ward' as of, id, name, unit_kind, former_area from sites where kind = 'ward'
    union all
    select 'ward', n.site_id, n.name, n.unit_kind, null from site_names n join sites s on s.id = n.site_id
      where s.kind = 'ward'
    union all
    select 'system', id, unnest(array[name, name_en]), null, null from systems
    limit 10000`);
  const wards = named.filter((one) => one.of === "ward");
  return {
    written: waysToWrite(abbreviations),
    places: placesByWords(
      wards.map(
        ({ unit_kind, former_area, ...place }): NamedPlace => ({
          ...place,
          unitKind: unit_kind,
          formerArea: former_area,
        }),
      ),
    ),
    systems: systemsByWords(named.filter((one) => one.of === "system")),
  };
}

/** By each name, and by it without what stands in brackets: Một cửa (giải quyết TTHC). */
function systemsByWords(rows: readonly Named[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { id, name } of rows) {
    for (const way of [name, name.replace(/\(.*\)/, "")]) {
      const key = wordsIn(way).join(" ");
      const ids = found.get(key) ?? [];
      if (key !== "" && !ids.includes(id)) found.set(key, [...ids, id]);
    }
  }
  return found;
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
