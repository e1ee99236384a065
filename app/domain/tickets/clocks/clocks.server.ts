import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { sites } from "../../directory/schema.server.ts";
import { goOnWith, type Judged, sameJudged } from "../../sla/judged.ts";
import { judge, readJudgements, readRules } from "../../sla/judgement.server.ts";
import { TICKET_TARGETS } from "../../sla/policy.ts";
import { type Clock, historyOf, replay } from "../../sla/replay.ts";
import { sameInEffect } from "../../sla/rules.ts";
import { workingDaysAfter } from "../../sla/timetable.ts";
import type { Ticket } from "../schema.server.ts";
import { CLOSE_AFTER_WORKING_DAYS, isOpen } from "../ticket.ts";
import { upcomingSteps } from "../warnings/steps.server.ts";
import { type ClockEvent, factsFrom } from "./clock-facts.ts";
import { clocks } from "./clocks-schema.server.ts";
import { listClockEventsOf, rejudge } from "./rejudge.server.ts";

/** The events of one ticket that move its clocks, oldest first. */
export const listClockEvents = async (ctx: Ctx, number: number): Promise<ClockEvent[]> =>
  (await listClockEventsOf(ctx, [number])).get(number) ?? [];

type Placed = Pick<Ticket, "kind" | "priority" | "systemId" | "siteId" | "teamId" | "accessRightIds" | "receivedAt">;

/** The judgement that holds for a ticket as it stands, counted from `from` on. */
async function judgeTicket(ctx: Ctx, ticket: Placed, from: Date): Promise<Judged> {
  const [ward] = await ctx.db.select({ path: sites.path }).from(sites).where(eq(sites.id, ticket.siteId));
  return judge(ctx, { ...ticket, siteIds: ward?.path ?? [ticket.siteId] }, from);
}

const PLACING = ["kind", "priority", "systemId", "siteId", "teamId"] as const;

const sameRights = (before: Ticket, after: Ticket) => before.accessRightIds.join() === after.accessRightIds.join();

/** A new judgement where a ticket has none, or what it is judged by has changed; null where the last one goes on. */
export async function judgedAnew(
  ctx: Ctx,
  { before, after, past }: { before: Ticket; after: Ticket; past: readonly ClockEvent[] },
): Promise<Judged | null> {
  const last = past.findLast(({ judged }) => judged)?.judged ?? undefined;
  if (!last) return judgeTicket(ctx, after, after.receivedAt);
  if (!isOpen(before.status) && isOpen(after.status)) return judgedAgain(ctx, after, past);
  if (PLACING.every((fact) => before[fact] === after[fact]) && sameRights(before, after)) return null;
  const next = goOnWith(last, await judgeTicket(ctx, after, ctx.now), ctx.now);
  return sameJudged(last, next) ? null : next;
}

/** Rules that changed while it was settled went past it: who comes back is judged by what holds now, like all that is open. */
async function judgedAgain(ctx: Ctx, ticket: Ticket, past: readonly ClockEvent[]): Promise<Judged | null> {
  const rejudged = await rejudge(ctx, await readRules(ctx), [ticket], new Map([[ticket.number, past]]));
  const { last, next } = rejudged.get(ticket.number) ?? {};
  if (!last || !next) return next ?? null;
  const read = await readJudgements(ctx, [last, next]);
  return sameInEffect(read(last), read(next)) ? null : next;
}

/** What the ticket's row keeps of its clocks. */
export type Settled = Pick<Ticket, "nextDueAt" | "soonAt" | "overdueAt" | "closesAt">;

/** Brings the stored clocks to what the events add up to. Called before the ticket's row moves out of anybody's sight. */
export async function settleClocks(ctx: Ctx, number: number, events: readonly ClockEvent[]): Promise<Settled> {
  const { rows, settled } = await reckon(ctx, number, events);
  if (events.some(({ judged }) => judged)) await storeClocks(ctx, number, rows);
  return settled;
}

export type ClockRow = typeof clocks.$inferSelect;

/** What the events add up to: the rows of the clocks, and what the ticket keeps of them. */
export async function reckon(
  ctx: Ctx,
  number: number,
  events: readonly ClockEvent[],
): Promise<{ rows: ClockRow[]; settled: Settled; answeredAt: Date | null }> {
  const judgements = events.flatMap(({ judged }) => judged ?? []);
  const judgementOf = await readJudgements(ctx, judgements);
  const facts = factsFrom(events, judgementOf);
  const replayed = replay(facts);
  const judged = judgements.at(-1);
  const history = historyOf(facts);
  const steps = await upcomingSteps(ctx, number, history, replayed);
  const rows = replayed.map((clock) => ({
    ...rowOf(number, clock),
    nextStepAt: steps.get(clock.target)?.[0]?.at ?? null,
  }));
  const running = replayed.filter(({ state }) => state === "running");
  const open = replayed.filter(({ state }) => state === "running" || state === "paused");
  const solvedAt = replayed.find(({ target }) => target === "resolution")?.metAt ?? lastSolved(events);
  const { timetable } = judged ? judgementOf({ ...judged, timetable: judged.closing ?? judged.timetable }) : NOTHING;
  const settled = {
    nextDueAt: earliest(running.map(({ dueAt }) => dueAt)),
    soonAt: earliest(running.map(({ soonAt }) => soonAt)),
    // What was late before it was paused is late still.
    overdueAt: earliest(open.map(({ overdueAt }) => overdueAt)),
    // A request for access is never closed by silence: the person affected says that it works.
    closesAt: solvedAt && !history?.access ? workingDaysAfter(timetable, solvedAt, CLOSE_AFTER_WORKING_DAYS) : null,
  };
  return { rows, settled, answeredAt: history?.answeredAt ?? null };
}
const NOTHING = { timetable: [] };

function earliest(moments: readonly (Date | null)[]): Date | null {
  const first = Math.min(...moments.flatMap((at) => at?.getTime() ?? []));
  return Number.isFinite(first) ? new Date(first) : null;
}

function lastSolved(events: readonly ClockEvent[]): Date | null {
  const last = events.findLast(({ event }) => event.type === "ticket.resolved" || event.type === "ticket.reopened");
  return last?.event.type === "ticket.resolved" ? last.at : null;
}

async function storeClocks(ctx: Ctx, number: number, rows: readonly ClockRow[]): Promise<void> {
  const kept = rows.map(({ target }) => target);
  // A promise may be taken back; and a request for access turns out to be one with its second event.
  if (kept.length < TICKET_TARGETS.length || !kept.includes("first_response")) {
    await ctx.db
      .delete(clocks)
      .where(and(eq(clocks.ticketNumber, number), sql`${clocks.target} <> all (${`{${kept.join(",")}}`}::text[])`));
  }
  if (rows.length === 0) return;
  await ctx.db
    .insert(clocks)
    .values([...rows])
    .onConflictDoUpdate({ target: [clocks.ticketNumber, clocks.target], set: EXCLUDED });
}

const EXCLUDED = {
  policyVersion: sql`excluded.policy_version`,
  policyKey: sql`excluded.policy_key`,
  targetSeconds: sql`excluded.target_seconds`,
  state: sql`excluded.state`,
  startedAt: sql`excluded.started_at`,
  dueAt: sql`excluded.due_at`,
  overdueAt: sql`excluded.overdue_at`,
  pausedAt: sql`excluded.paused_at`,
  leftSeconds: sql`excluded.left_seconds`,
  metAt: sql`excluded.met_at`,
  elapsedSeconds: sql`excluded.elapsed_seconds`,
  firstMetAt: sql`excluded.first_met_at`,
  firstElapsedSeconds: sql`excluded.first_elapsed_seconds`,
  vendorSeconds: sql`excluded.vendor_seconds`,
  nextStepAt: sql`excluded.next_step_at`,
};

const whole = (seconds: number | null) => (seconds === null ? null : Math.floor(seconds));

/** A clock as its row keeps it: whole seconds. */
export const rowOf = (ticketNumber: number, { soonAt: _, judgement, ...clock }: Clock) => ({
  ...clock,
  ticketNumber,
  policyVersion: judgement.version,
  policyKey: judgement.policy?.key ?? "",
  leftSeconds: whole(clock.leftSeconds),
  elapsedSeconds: whole(clock.elapsedSeconds),
  firstElapsedSeconds: whole(clock.firstElapsedSeconds),
  vendorSeconds: Math.floor(clock.vendorSeconds),
});
