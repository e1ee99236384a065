import { sql } from "drizzle-orm";

import type { Ctx } from "#app/db/context.server.ts";
import { acrossTheCity } from "./across-the-city.server.ts";
import { recomputations } from "./recompute-schema.server.ts";

export type Cause = "calendar" | "policies" | "ladder";

/**
 * Lets all open tickets be judged by what holds from now on, in the background. In the transaction of the change, so
 * that neither is without the other.
 */
export async function startRecomputation(ctx: Ctx, { cause, why }: { cause: Cause; why: string }): Promise<number> {
  const expected = await acrossTheCity(ctx, async ({ db }) => {
    const [row] = await db.execute<{ open: number }>(sql`
      select count(*)::int as open from tickets where status not in ('closed', 'cancelled')`);
    return row?.open ?? 0;
  });
  const startedById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const [row] = await ctx.db
    .insert(recomputations)
    .values({ cause, why, startedById, startedAt: ctx.now, expected })
    .returning({ id: recomputations.id });
  if (!row) throw new Error("the recomputation was not stored");
  return row.id;
}
