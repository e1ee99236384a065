import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";

/** A right as promises speak of it: its name, and the system it is in. */
export type RightName = { id: number; name: string; nameEn: string };

// The catalogue belongs to access, which stands on top of the clock: here it is known by its names alone.
const NAMED = sql`select r.id, s.name || ' · ' || r.name as name,
    s.name_en || ' · ' || coalesce(nullif(r.name_en, ''), r.name) as "nameEn"
  from access_rights r join systems s on s.id = r.system_id`;

/** Also of rights that are out of use; promises of the past name them still. */
export async function listRightNames({ db }: Ctx, ids: readonly number[]): Promise<RightName[]> {
  if (ids.length === 0) return [];
  const wanted = sql.param(`{${[...new Set(ids)].join(",")}}`);
  return [...(await db.execute<RightName>(sql`${NAMED} where r.id = any (${wanted}::int[])`))];
}

/** What a promise can be made for. */
export async function listRightsInUse({ db }: Ctx): Promise<RightName[]> {
  return [
    ...(await db.execute<RightName>(
      sql`${NAMED} where r.retired_at is null and s.retired_at is null order by s.name, r.sort, r.name limit 500`,
    )),
  ];
}
