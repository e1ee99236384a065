import { and, asc, eq, lte, min } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { readJudgements } from "../../sla/judgement.server.ts";
import { openingFrom } from "../../sla/opening.ts";
import { historyOf } from "../../sla/replay.ts";
import { record } from "../change.server.ts";
import { factsFrom } from "../clocks/clock-facts.ts";
import { listClockEvents } from "../clocks/clocks.server.ts";
import { clockSteps, clocks } from "../clocks/clocks-schema.server.ts";
import { actOnDue, claimTicket } from "../clocks/due-tickets.server.ts";
import type { Ticket } from "../schema.server.ts";
import { type TimedStep, WHOM } from "./ladder.ts";
import { upcomingSteps } from "./steps.server.ts";

/** Tells of every step of the ladder that has been reached. Twice at once, or after a crash, is as good as once. */
export const warnOfDueClocks = (db: Db, now: Date): Promise<number> =>
  actOnDue(db, now, { list: listStepping, act: warnOf });

const stepping = (ctx: Ctx) => and(eq(clocks.state, "running"), lte(clocks.nextStepAt, ctx.now));

export async function listStepping(ctx: Ctx, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: clocks.ticketNumber })
    .from(clocks)
    .where(stepping(ctx))
    .groupBy(clocks.ticketNumber)
    .orderBy(asc(min(clocks.nextStepAt)), asc(clocks.ticketNumber))
    .limit(limit);
  return rows.map(({ number }) => number);
}

type Running = typeof clocks.$inferSelect;

/** False when nothing was due after all. */
export async function warnOf(ctx: Ctx, number: number): Promise<boolean> {
  const ticket = await claimTicket(ctx, number);
  if (!ticket) return false;
  const due: Running[] = await ctx.db
    .select()
    .from(clocks)
    .where(and(eq(clocks.ticketNumber, number), stepping(ctx)))
    .orderBy(asc(clocks.target));
  const events = await listClockEvents(ctx, number);
  const judgementOf = await readJudgements(
    ctx,
    events.flatMap(({ judged }) => judged ?? []),
  );
  const history = historyOf(factsFrom(events, judgementOf));
  if (!history) return false;
  // What presses at the counter is told at any hour, all else when somebody is there to hear it.
  const tellFrom = ticket.priority === "p1" ? ctx.now : openingFrom(history.judgement.timetable, ctx.now);
  const open = tellFrom !== null && tellFrom <= ctx.now;
  const upcoming = await upcomingSteps(ctx, number, history, due);
  let warned = false;
  for (const clock of due) {
    const steps = upcoming.get(clock.target) ?? [];
    const reached = steps.filter(({ at }) => at <= ctx.now);
    const telling = open && reached.length > 0;
    if (telling) await warn(ctx, ticket, clock, reached);
    warned ||= telling;
    const next = telling ? steps.find(({ at }) => at > ctx.now)?.at : reached.length > 0 ? tellFrom : steps[0]?.at;
    await ctx.db
      .update(clocks)
      .set({ nextStepAt: next ?? null })
      .where(and(eq(clocks.ticketNumber, number), eq(clocks.target, clock.target)));
  }
  return warned;
}

/** One warning for all steps reached since the last one, to everybody whom one of them names. */
async function warn(ctx: Ctx, ticket: Ticket, clock: Running, reached: readonly TimedStep[]): Promise<void> {
  const { target, targetSeconds, dueAt } = clock;
  const { eventId } = await record(ctx, ticket, {
    event: {
      type: "ticket.warned",
      target,
      percent: Math.max(...reached.map(({ percent }) => percent)),
      dueAt: dueAt?.toISOString() ?? null,
      whom: WHOM.filter((one) => reached.some(({ whom }) => whom.includes(one))),
    },
  });
  const { now: at } = ctx;
  await ctx.db
    .insert(clockSteps)
    .values(
      reached.map(({ percent }) => ({ ticketNumber: ticket.number, target, targetSeconds, percent, eventId, at })),
    );
}
