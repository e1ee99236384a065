import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { AccessItem } from "./schema.server.ts";

export type DutyConflict = { personId: number; rightId: number; otherRightId: number; reason: string };

/** Rights that one person should not hold together: what is asked for against what they have and what they ask for with it. */
export async function listConflicts(
  ctx: Ctx,
  items: readonly Pick<AccessItem, "kind" | "personId" | "rightId" | "entitlementId">[],
): Promise<DutyConflict[]> {
  const asked = items.filter(({ kind }) => kind === "grant");
  if (asked.length === 0) return [];
  const taken = items.flatMap(({ kind, entitlementId }) => (kind === "revoke" && entitlementId ? [entitlementId] : []));
  const list = (ids: readonly number[]) => sql`${sql.param(`{${ids.join(",")}}`)}::int[]`;
  const rows = await ctx.db.execute<{ person_id: number; right_id: number; other: number; reason: string }>(sql`
    with asked as (
      select * from unnest(${list(asked.map(({ personId }) => personId))}, ${list(asked.map(({ rightId }) => rightId))}) as a (person_id, right_id)),
    held as (
      select person_id, right_id from entitlements where ended_at is null and id <> all (${list(taken)})
        and person_id in (select person_id from asked)
      union select person_id, right_id from asked)
    select distinct a.person_id, a.right_id, h.right_id as other, d.reason
    from asked a join held h on h.person_id = a.person_id
    join duty_conflicts d on (d.right_id, d.other_right_id) = (least(a.right_id, h.right_id), greatest(a.right_id, h.right_id))
    limit 100`);
  return rows.map(({ person_id, right_id, other, reason }) => ({
    personId: person_id,
    rightId: right_id,
    otherRightId: other,
    reason,
  }));
}
