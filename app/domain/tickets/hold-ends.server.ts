import { and, asc, eq, lte } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { record } from "./change.server.ts";
import { actOnDue, claimTicket } from "./clocks/due-tickets.server.ts";
import { goOn } from "./holds.server.ts";
import { tickets } from "./schema.server.ts";

/** Tickets go on by themselves when what they were held for has come. Their clocks ran again from that very moment. */
export const endDueHolds = (db: Db, now: Date): Promise<number> =>
  actOnDue(db, now, { list: listEnding, act: endHold });

const ending = (ctx: Ctx) => and(eq(tickets.status, "on_hold"), lte(tickets.holdUntil, ctx.now));

async function listEnding(ctx: Ctx, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(ending(ctx))
    .orderBy(asc(tickets.holdUntil), asc(tickets.number))
    .limit(limit);
  return rows.map(({ number }) => number);
}

async function endHold(ctx: Ctx, number: number): Promise<boolean> {
  const ticket = await claimTicket(ctx, number, ending(ctx));
  if (!ticket) return false;
  await record(ctx, ticket, goOn(ticket));
  return true;
}
