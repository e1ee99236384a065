import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "../../policy/actor.ts";

/** Few tickets are locked at a time, and only for a moment. */
const BATCH = 50;
const BATCHES = 400;

/** Gathers again the words of tickets on which somebody's name changed; the next run goes on where this one ends. */
export async function gatherDueWords(db: Db, now: Date): Promise<number> {
  let done = 0;
  for (let round = 0; round < BATCHES; round++) {
    const gathered = await inContext(db, SYSTEM, now, async (ctx) => {
      const [row] = await ctx.db.execute<{ done: number }>(sql`select tram_gather_due_words(${BATCH}) as done`);
      return row?.done ?? 0;
    });
    done += gathered;
    if (gathered < BATCH) break;
  }
  return done;
}
