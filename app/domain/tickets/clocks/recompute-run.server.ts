import { and, asc, eq, gt, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "../../policy/actor.ts";
import { readJudgements, readRules } from "../../sla/judgement.server.ts";
import type { Judgement } from "../../sla/replay.ts";
import { sameInEffect } from "../../sla/rules.ts";
import { record } from "../change.server.ts";
import type { MovedDeadline } from "../events.ts";
import { type Ticket, tickets } from "../schema.server.ts";
import { isOpen } from "../ticket.ts";
import type { ClockEvent } from "./clock-facts.ts";
import { settleClocks } from "./clocks.server.ts";
import { closesBy, comparedBy, impactOf } from "./impact.ts";
import { type Recomputation, recomputations } from "./recompute-schema.server.ts";
import { listClockEventsOf, type Rejudged, rejudge } from "./rejudge.server.ts";

/** So few that nobody who works on one of them waits long. */
const BATCH = 50;
/** What was under way when the rules changed may still judge by the old ones; nothing of ours takes longer than this. */
const UNDER_WAY_MS = 30_000;

export type Turn = "went_on" | "waits" | "idle";

/** The recomputations that this process has seen begin, and what was under way then. */
export type Seen = Map<number, { next: bigint; until: number }>;

/** One batch of the recomputation whose turn it is, in a transaction of its own: a worker that dies leaves whole batches. */
export async function recomputeBatch(db: Db, now: Date, seen: Seen, batch = BATCH): Promise<Turn> {
  const turn = await inContext(db, SYSTEM, now, nextInTurn);
  if (!turn) return "idle";
  if (turn.reached === 0 && isUnderWay(turn, seen, now)) return "waits";
  return inContext(db, SYSTEM, now, async (ctx) => {
    const [one] = await ctx.db
      .select()
      .from(recomputations)
      .where(and(eq(recomputations.id, turn.id), sql`${recomputations.finishedAt} is null`))
      .for("update", { skipLocked: true });
    if (!one) return "waits";
    const numbers = await upcoming(ctx, one, batch);
    if (numbers.length === 0) {
      await ctx.db.update(recomputations).set({ finishedAt: now }).where(eq(recomputations.id, one.id));
      seen.delete(one.id);
      return "went_on";
    }
    const locked = await lockFree(ctx, numbers);
    if (locked.length === 0) return "waits";
    const { changed, closings } = await recompute(ctx, one, locked);
    const reached = locked.at(-1)?.number ?? one.reached;
    await ctx.db
      .update(recomputations)
      .set({
        ...{ reached, done: one.done + locked.length },
        ...{ changed: one.changed + changed, closings: one.closings + closings },
      })
      .where(eq(recomputations.id, one.id));
    return "went_on";
  });
}

type InTurn = { id: number; reached: number; oldest: string; next: string };

/** Changed rules before old tickets' first clocks, which may take an hour. */
async function nextInTurn({ db }: Ctx): Promise<InTurn | undefined> {
  const [one] = await db.execute<InTurn>(sql`
    select id, reached, pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as next
    from recomputations where finished_at is null order by cause = 'first_clocks', id limit 1`);
  return one;
}

function isUnderWay({ id, oldest, next }: InTurn, seen: Seen, now: Date): boolean {
  const first = seen.get(id) ?? { next: BigInt(next), until: now.getTime() + UNDER_WAY_MS };
  seen.set(id, first);
  return BigInt(oldest) < first.next && now.getTime() < first.until;
}

async function upcoming({ db }: Ctx, { cause, reached }: Recomputation, batch: number): Promise<number[]> {
  const all = cause === "first_clocks";
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(gt(tickets.number, reached), all ? undefined : notInArray(tickets.status, ["closed", "cancelled"])))
    .orderBy(asc(tickets.number))
    .limit(batch);
  return rows.map(({ number }) => number);
}

/** Up to the first that somebody is changing at this moment: it waits for nobody, so that nobody is in anybody's way. */
async function lockFree({ db }: Ctx, numbers: readonly number[]): Promise<Ticket[]> {
  const free = await db
    .select()
    .from(tickets)
    .where(inArray(tickets.number, [...numbers]))
    .orderBy(asc(tickets.number))
    .for("no key update", { skipLocked: true });
  const firstTaken = numbers.findIndex((number, at) => free[at]?.number !== number);
  return firstTaken === -1 ? free : free.slice(0, firstTaken);
}

/** Gives how many of them have other clocks than before, and how many close at another time. */
async function recompute(ctx: Ctx, one: Recomputation, locked: readonly Ticket[]) {
  const numbers = locked.map(({ number }) => number);
  const [events, rules] = await Promise.all([listClockEventsOf(ctx, numbers), readRules(ctx)]);
  const rejudged = await rejudge(ctx, rules, locked, events);
  const read = await readJudgements(ctx, [
    ...[...rejudged.values()].map(({ next }) => next),
    ...[...events.values()].flat().flatMap(({ judged }) => judged ?? []),
  ]);
  const counts = { changed: 0, closings: 0 };
  for (const ticket of locked) {
    const found = rejudged.get(ticket.number);
    if (!found) continue;
    const past = events.get(ticket.number) ?? [];
    const judgeOne =
      found.last === undefined
        ? judgeFirst
        : isOpen(ticket.status) || ticket.accessPhase === "proof"
          ? judgeOpen
          : closeAnew;
    if (one.cause === "first_clocks" && found.last !== undefined) continue;
    if (await judgeOne(ctx, { one, ticket, past, ...found, read }))
      counts[judgeOne === closeAnew ? "closings" : "changed"] += 1;
  }
  return counts;
}

type Case = Rejudged & {
  one: Recomputation;
  ticket: Ticket;
  past: readonly ClockEvent[];
  read: (judged: Rejudged["next"]) => Judgement;
};

async function judgeFirst(ctx: Ctx, { one, ticket, next }: Case): Promise<boolean> {
  const event = { type: "ticket.rejudged", recomputation: one.id, cause: "first_clocks", moved: null } as const;
  await record({ ...ctx, quiet: true }, ticket, { event, judged: next });
  return true;
}

async function judgeOpen(ctx: Ctx, { one, ticket, past, last, next, read }: Case): Promise<boolean> {
  if (!last) return false;
  if (sameInEffect(read(last), read(next))) {
    if (one.cause === "ladder") {
      await ctx.db
        .update(tickets)
        .set(await settleClocks(ctx, ticket.number, past))
        .where(eq(tickets.number, ticket.number));
    }
    return false;
  }
  const pair = comparedBy(ticket.number, { past, last, next }, read);
  const impact = impactOf([pair], { now: ctx.now, more: false });
  const [example] = impact.examples;
  const moved = example && movedTo(example.target, example.before.dueAt, example.after.dueAt);
  const event = {
    type: "ticket.rejudged",
    recomputation: one.id,
    cause: one.cause,
    moved: moved && moved.from !== moved.to ? moved : null,
  } as const;
  await record(ctx, ticket, { event, judged: next });
  return impact.changed > 0;
}

async function closeAnew(ctx: Ctx, { one, ticket, last, next, read }: Case): Promise<boolean> {
  if (!last || ticket.status !== "resolved" || ticket.resolvedAt === null || ticket.accessPhase) return false;
  const closesAt = closesBy(read(next), ticket.resolvedAt);
  if (closesAt?.getTime() === ticket.closesAt?.getTime()) return false;
  const moved = movedTo("closing", ticket.closesAt, closesAt);
  const event = { type: "ticket.rejudged", recomputation: one.id, cause: one.cause, moved } as const;
  await record(ctx, ticket, { event, judged: { ...last, closing: next.timetable } });
  return true;
}

const movedTo = (target: MovedDeadline["target"], from: Date | null, to: Date | null): MovedDeadline => ({
  target,
  from: from?.toISOString() ?? null,
  to: to?.toISOString() ?? null,
});
