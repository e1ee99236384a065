import { sql } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { dateIn } from "#app/lib/time.ts";
import type { Grant } from "./actor.ts";

/** The roles a person holds today, with where they hold them. */
export async function listGrants(tx: Tx, personId: number, now: Date): Promise<Grant[]> {
  const today = dateIn(now);
  const rows = await tx.execute<{
    role: Grant["role"];
    site_id: number;
    kind: Grant["siteKind"];
    path: number[];
    team_id: number | null;
  }>(sql`
    select g.role, g.site_id, s.kind, s.path, g.team_id
    from grants g join sites s on s.id = g.site_id
    where g.person_id = ${personId} and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)
    order by g.id limit 200`);
  return rows.map((row) => ({
    role: row.role,
    siteId: row.site_id,
    siteKind: row.kind,
    wardId: row.path[1] ?? null,
    teamId: row.team_id,
  }));
}
