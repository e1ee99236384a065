import { and, eq, type SQL } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { log } from "#app/lib/log.server.ts";
import { demoIsBeingWritten } from "../../directory/settings.server.ts";
import { SYSTEM } from "../../policy/actor.ts";
import { type Ticket, tickets } from "../schema.server.ts";

const BOUND = 200;

type Due = {
  /** The tickets that seem due, the longest due first. */
  list: (ctx: Ctx, limit: number) => Promise<number[]>;
  /** False when it was not due after all. */
  act: (ctx: Ctx, number: number) => Promise<boolean>;
};

/**
 * Gives how many were acted on. Each ticket in its own transaction, so that one bad row stops none of the others. While
 * a demo's past is being written nobody is told of it.
 */
export async function actOnDue(db: Db, now: Date, { list, act }: Due): Promise<number> {
  const due = await inContext(db, SYSTEM, now, async (ctx) =>
    (await demoIsBeingWritten(ctx.db)) ? [] : list(ctx, BOUND),
  );
  let done = 0;
  for (const number of due) {
    try {
      if (await inContext(db, SYSTEM, now, (ctx) => act(ctx, number))) done += 1;
    } catch (err) {
      log.error({ err, ticket: number }, "a ticket that was due could not be seen to");
    }
  }
  return done;
}

/**
 * null when it is so no longer, or somebody is at it this very moment: the next run looks again. What cannot wait for
 * that waits here for its turn.
 */
export async function claimTicket(
  ctx: Ctx,
  number: number,
  still?: SQL,
  { wait = false }: { wait?: boolean } = {},
): Promise<Ticket | null> {
  const [ticket] = await ctx.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.number, number), still))
    .for("no key update", wait ? {} : { skipLocked: true });
  return ticket ?? null;
}
