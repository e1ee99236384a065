import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "../policy/actor.ts";

/** A run removes no more, so that it locks nothing for long; the next one goes on. */
const BOUND = 5_000;

/** The bell forgets after three months; the outbox forgets what is settled after one. */
export function sweepTold(db: Db, now: Date): Promise<number> {
  const at = now.toISOString();
  return inContext(db, SYSTEM, now, async (ctx) => {
    const notes = await ctx.db.execute(sql`
      delete from notifications where id in (
        select id from notifications where at < ${at}::timestamptz - interval '90 days' order by at limit ${BOUND})
      returning id`);
    const letters = await ctx.db.execute(sql`
      delete from deliveries where id in (
        select id from deliveries
        where created_at < ${at}::timestamptz - interval '30 days' and state in ('sent', 'failed', 'dropped')
        order by created_at limit ${BOUND})
      returning id`);
    return notes.length + letters.length;
  });
}
