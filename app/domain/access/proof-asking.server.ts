import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { people } from "../directory/schema.server.ts";
import { readJudgements } from "../sla/judgement.server.ts";
import { openingFrom } from "../sla/opening.ts";
import { type Timetable, workingDaysAfter } from "../sla/timetable.ts";
import { record } from "../tickets/change.server.ts";
import { listClockEvents } from "../tickets/clocks/clocks.server.ts";
import { actOnDue, claimTicket } from "../tickets/clocks/due-tickets.server.ts";
import { tickets } from "../tickets/schema.server.ts";
import { accessItems } from "./schema.server.ts";

/** So often the person affected is asked again, a working day apart; then the engineer of the ward looks at the desk. */
const MOST_QUESTIONS = 2;

/** Asks those who have not said yet whether what they were granted works. */
export const askForProofs = (db: Db, now: Date): Promise<number> =>
  actOnDue(db, now, { list: listSilent, act: askAgain });

const due = (ctx: Ctx) => and(eq(accessItems.state, "granted"), lte(accessItems.proofAskAt, ctx.now));

async function listSilent(ctx: Ctx, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .selectDistinct({ number: accessItems.ticketNumber })
    .from(accessItems)
    .where(due(ctx))
    .limit(limit);
  return rows.map(({ number }) => number);
}

async function askAgain(ctx: Ctx, number: number): Promise<boolean> {
  const ticket = await claimTicket(ctx, number, sql`${tickets.accessPhase} is not null`);
  if (!ticket) return false;
  const silent = await ctx.db
    .select({
      item: accessItems,
      reachable: sql<boolean>`${people.disabledAt} is null and ${people.joinedAt} is not null`,
    })
    .from(accessItems)
    .innerJoin(people, eq(people.id, accessItems.personId))
    .where(and(eq(accessItems.ticketNumber, number), due(ctx)));
  const timetable = await timetableOf(ctx, number);
  const asked: { id: number; time: number; desk: boolean }[] = [];
  for (const { item, reachable } of silent) {
    const { id, proofAsked, doneAt } = item;
    const desk = !reachable || proofAsked >= MOST_QUESTIONS;
    const dayLater = nextQuestionAt(timetable, proofAsked === 0 && doneAt ? doneAt : ctx.now);
    const at = !desk && proofAsked === 0 ? dayLater : openingFrom(timetable, ctx.now);
    if (at !== null && at > ctx.now) {
      await setAsked(ctx, id, { proofAskAt: at });
      continue;
    }
    const time = proofAsked + 1;
    await setAsked(
      ctx,
      id,
      desk ? { atDesk: true, proofAskAt: null } : { proofAsked: time, proofAskAt: nextQuestionAt(timetable, ctx.now) },
    );
    asked.push({ id, time, desk });
  }
  for (const [desk, of] of Map.groupBy(asked, (one) => one.desk)) {
    const time = Math.max(...of.map((one) => one.time));
    await record(ctx, ticket, { event: { type: "access.proof_asked", items: of.map(({ id }) => id), time, desk } });
  }
  return asked.length > 0;
}

const setAsked = (ctx: Ctx, id: number, set: Partial<typeof accessItems.$inferInsert>) =>
  ctx.db
    .update(accessItems)
    .set(set)
    .where(inArray(accessItems.id, [id]));

/** The same time of day a working day later, in service hours. */
function nextQuestionAt(timetable: Timetable, last: Date): Date | null {
  const dayLater = workingDaysAfter(timetable, last, 1);
  return dayLater && openingFrom(timetable, dayLater);
}

async function timetableOf(ctx: Ctx, number: number): Promise<Timetable> {
  const judged = (await listClockEvents(ctx, number)).findLast((one) => one.judged)?.judged;
  return judged ? (await readJudgements(ctx, [judged]))(judged).timetable : [];
}
