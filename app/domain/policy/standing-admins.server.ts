import { sql } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { listHeldBy } from "./grants-held.server.ts";
import { FAILURES_UNTIL_LOCKED } from "./lock-out.ts";
import { timeOf } from "./role-sites.ts";

/**
 * A standing admin can still open these pages tomorrow: enabled and not about to leave, has a password that
 * opens, and holds the role on the city today without an end.
 */
export async function countStandingAdmins(ctx: Ctx): Promise<number> {
  const today = dateIn(ctx.now);
  const [row] = await asSystem(ctx, ({ db }) =>
    db.execute<{ admins: number }>(sql`
      select count(distinct p.id)::int as admins
      from grants g join people p on p.id = g.person_id join sites s on s.id = g.site_id
      join credentials c on c.person_id = p.id and c.failures < ${FAILURES_UNTIL_LOCKED}
      where g.role = 'admin' and s.kind = 'city' and g.valid_from <= ${today}::date and g.valid_until is null
        and p.disabled_at is null and p.leaves_on is null and p.joined_at is not null`),
  );
  return row?.admins ?? 0;
}

/** Asked after a change that took something from an admin, under the lock of peopleWork: one always remains. */
export async function keepAnAdmin(ctx: Ctx): Promise<void> {
  if ((await countStandingAdmins(ctx)) === 0) throw new DomainError("conflict", "last_admin");
}

/** As keepAnAdmin, where what was taken counts only if the person is an admin, or is to be one. */
export async function keepAnAdminBeside(ctx: Ctx, personId: number): Promise<void> {
  const today = dateIn(ctx.now);
  const held = await listHeldBy(ctx, personId);
  if (held.some((grant) => grant.role === "admin" && timeOf(grant, today) !== "past")) await keepAnAdmin(ctx);
}
