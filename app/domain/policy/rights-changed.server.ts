import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";

/** Ends the open streams of these people: what they hear from now on is read with the rights they have now. */
export async function tellRightsChanged(ctx: Ctx, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return;
  await ctx.db.execute(sql`
    select pg_notify('tram_live', json_build_object('p', id)::text)
    from unnest(${`{${[...new Set(personIds)].join(",")}}`}::int[]) as id`);
}
