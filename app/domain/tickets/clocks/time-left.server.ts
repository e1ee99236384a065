import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Judged } from "../../sla/judged.ts";
import { readJudgements } from "../../sla/judgement.server.ts";
import { piecesOf } from "../../sla/pieces.ts";
import { TARGETS } from "../../sla/policy.ts";
import { CLOCK_STATES, type ClockState } from "../../sla/replay.ts";
import type { OpenSpan, TimeLeft } from "../../sla/time-left.ts";
import { elapsedIn, type Timetable } from "../../sla/timetable.ts";
import { ticketEvents, tickets } from "../schema.server.ts";
import { clocks } from "./clocks-schema.server.ts";

const lastJudged = sql`(select e.judged from ticket_events e
  where e.ticket_number = clocks.ticket_number and e.judged is not null order by e.id desc limit 1)`;

/** A clock as pages show it; `left` where it runs or is paused. */
export type ShownClock = {
  number: number;
  target: TimeLeft["target"];
  targetSeconds: number;
  state: ClockState;
  dueAt: Date | null;
  metAt: Date | null;
  elapsedSeconds: number | null;
  left: TimeLeft | null;
};

/** Of each of these tickets the clock that presses first; nothing for those whose clocks have all come to rest. */
export async function listTimeLeft(ctx: Ctx, numbers: readonly number[]): Promise<Map<number, TimeLeft>> {
  const found = new Map<number, TimeLeft>();
  for (const { number, left } of await listClocks(ctx, numbers, OPEN)) {
    if (left && pressesBefore(left, found.get(number))) found.set(number, left);
  }
  return found;
}

export const pressingOf = (shown: readonly ShownClock[]): TimeLeft | null =>
  shown.reduce<TimeLeft | null>((first, { left }) => (left && pressesBefore(left, first) ? left : first), null);

const OPEN = ["running", "paused"] as const;

/** One question, however many tickets; the versions it names are read once in a process. */
export async function listClocks(
  ctx: Ctx,
  numbers: readonly number[],
  states: readonly ClockState[] = CLOCK_STATES,
): Promise<ShownClock[]> {
  if (numbers.length === 0) return [];
  const rows = await ctx.db
    .select({
      number: clocks.ticketNumber,
      target: clocks.target,
      targetSeconds: clocks.targetSeconds,
      state: clocks.state,
      dueAt: clocks.dueAt,
      metAt: clocks.metAt,
      elapsedSeconds: clocks.elapsedSeconds,
      leftSeconds: clocks.leftSeconds,
      holdUntil: tickets.holdUntil,
      judged: lastJudged.mapWith(ticketEvents.judged),
    })
    .from(clocks)
    .innerJoin(tickets, eq(tickets.number, clocks.ticketNumber))
    .where(and(inArray(clocks.ticketNumber, [...numbers]), inArray(clocks.state, [...states])))
    .orderBy(asc(clocks.ticketNumber), asc(clocks.target))
    .limit(numbers.length * TARGETS.length);
  const judgementOf = await readJudgements(
    ctx,
    rows.flatMap(({ judged }): Judged[] => (judged ? [judged] : [])),
  );
  const ahead = openAhead(ctx.now);
  return rows.map(({ judged, leftSeconds, holdUntil, ...clock }) => {
    const timetable = judged ? judgementOf(judged).timetable : [];
    const open = () => ahead(JSON.stringify(judged?.timetable), timetable);
    const stands = { ...clock, leftSeconds, holdUntil };
    const left =
      judged && OPEN.some((state) => state === clock.state) ? timeLeft(stands, timetable, ctx.now, open) : null;
    return { ...clock, left };
  });
}

type Standing = Omit<ShownClock, "left"> & { leftSeconds: number | null; holdUntil: Date | null };

function timeLeft(row: Standing, timetable: Timetable, now: Date, open: () => readonly OpenSpan[]): TimeLeft | null {
  const { target, targetSeconds, dueAt } = row;
  // A hold with an end has ended then, also where nobody has noticed yet.
  const paused = row.state === "paused" && !(row.holdUntil && row.holdUntil <= now);
  const shown = { target, targetSeconds, dueAt, paused, asOf: now };
  if (paused) return row.leftSeconds === null ? null : { ...shown, seconds: row.leftSeconds, open: [] };
  if (dueAt === null) return null;
  const seconds = dueAt > now ? elapsedIn(timetable, now, dueAt, []) : 0 - elapsedIn(timetable, dueAt, now, []);
  return { ...shown, seconds, open: open() };
}

function pressesBefore(one: TimeLeft, other: TimeLeft | null | undefined): boolean {
  if (!other || one.paused !== other.paused) return !other || other.paused;
  return (one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) < (other.dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
}

const SPANS_AHEAD = 4;
const AHEAD_MS = 15 * 86_400_000;

/** The next service hours by each timetable, found once however many tickets share it. */
function openAhead(now: Date) {
  const known = new Map<string, readonly OpenSpan[]>();
  return (key: string, timetable: Timetable): readonly OpenSpan[] => {
    const spans = known.get(key) ?? nextOpen(timetable, now.getTime());
    known.set(key, spans);
    return spans;
  };
}

function nextOpen(timetable: Timetable, from: number): OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (const { open, from: opens, to } of piecesOf(timetable, from, from + AHEAD_MS)) {
    if (!open) continue;
    spans.push([opens, to]);
    if (spans.length === SPANS_AHEAD) break;
  }
  return spans;
}
