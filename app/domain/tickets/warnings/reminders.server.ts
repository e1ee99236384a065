import { and, desc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { readJudgements } from "../../sla/judgement.server.ts";
import { openingFrom } from "../../sla/opening.ts";
import { type Timetable, workingDaysAfter } from "../../sla/timetable.ts";
import { record } from "../change.server.ts";
import { listClockEvents } from "../clocks/clocks.server.ts";
import { actOnDue, claimTicket } from "../clocks/due-tickets.server.ts";
import { ticketEvents, tickets } from "../schema.server.ts";

/** So often the reporter is reminded, a working day apart; then the assignee is told. */
export const MOST_REMINDERS = 3;

/** Reminds reporters for whose answer a ticket waits. */
export const remindReporters = (db: Db, now: Date): Promise<number> =>
  actOnDue(db, now, { list: listWaiting, act: remind });

const waiting = (ctx: Ctx) =>
  and(eq(tickets.status, "on_hold"), eq(tickets.holdReason, "reporter"), lte(tickets.remindAt, ctx.now));

async function listWaiting(ctx: Ctx, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(waiting(ctx))
    .orderBy(tickets.remindAt, tickets.number)
    .limit(limit);
  return rows.map(({ number }) => number);
}

/** The same time of day a working day later, in service hours. */
function nextReminderAt(timetable: Timetable, last: Date): Date | null {
  const dayLater = workingDaysAfter(timetable, last, 1);
  return dayLater && openingFrom(timetable, dayLater);
}

async function remind(ctx: Ctx, number: number): Promise<boolean> {
  const ticket = await claimTicket(ctx, number, waiting(ctx));
  if (!ticket) return false;
  const { timetable, times, last } = await readWaiting(ctx, number);
  const putOff = async (remindAt: Date | null) => {
    await ctx.db.update(tickets).set({ remindAt }).where(eq(tickets.number, number));
    return false;
  };
  const due = times > MOST_REMINDERS || !last ? null : nextReminderAt(timetable, last);
  if (due === null || due > ctx.now) return putOff(due);
  const opening = openingFrom(timetable, ctx.now);
  if (opening === null || opening > ctx.now) return putOff(opening);
  const again = times < MOST_REMINDERS;
  await record(ctx, ticket, {
    set: { remindAt: again ? nextReminderAt(timetable, ctx.now) : null },
    event: again ? { type: "ticket.reminded", time: times + 1 } : { type: "ticket.unanswered", reminders: times },
  });
  return true;
}

const HELD: readonly string[] = ["ticket.held", "access.handed_back"];

/** Since it was put on hold: how often it was reminded, when last, and by which calendars days are counted. */
async function readWaiting(
  ctx: Ctx,
  number: number,
): Promise<{ timetable: Timetable; times: number; last: Date | null }> {
  const recent = await ctx.db
    .select({ type: ticketEvents.type, at: ticketEvents.at })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketNumber, number),
        inArray(ticketEvents.type, [...HELD, "ticket.reminded", "ticket.unanswered"]),
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(MOST_REMINDERS + 2);
  const times = recent.findIndex(({ type }) => HELD.includes(type));
  const judged = (await listClockEvents(ctx, number)).findLast((one) => one.judged)?.judged;
  const timetable = judged ? (await readJudgements(ctx, [judged]))(judged).timetable : [];
  return { timetable, times: times < 0 ? MOST_REMINDERS + 1 : times, last: recent[0]?.at ?? null };
}
