import { desc, eq, getTableColumns, sql } from "drizzle-orm";

import type { Ctx } from "#app/db/context.server.ts";
import { people } from "../../directory/schema.server.ts";
import { acrossTheCity } from "../across-the-city.server.ts";
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

/**
 * Tickets from before there were clocks get theirs, the closed ones too, so that reports know them. Looked for at each
 * start of a worker; gives whether there were any.
 */
export async function startFirstClocks(ctx: Ctx): Promise<boolean> {
  const begun = await ctx.db.execute(sql`
    insert into recomputations (cause, why, started_at, expected)
    select 'first_clocks', '', ${ctx.now.toISOString()}, (select count(*)::int from tickets)
    where not exists (select from recomputations where cause = 'first_clocks' and finished_at is null)
      and exists (
        select from tickets t
        where not exists (select from clocks c where c.ticket_number = t.number)
          and not exists (select from ticket_events e where e.ticket_number = t.number and e.judged is not null))
    returning id`);
  return begun.length > 0;
}

/** The newest first, with who changed the rules. */
export async function listRecomputations({ db }: Ctx, limit = 50) {
  return db
    .select({ ...getTableColumns(recomputations), startedBy: people.fullName })
    .from(recomputations)
    .leftJoin(people, eq(people.id, recomputations.startedById))
    .orderBy(desc(recomputations.id))
    .limit(limit);
}
export type RecomputationRow = Awaited<ReturnType<typeof listRecomputations>>[number];
