import { asc, gt, inArray } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { actAs, type Ctx } from "#app/db/context.server.ts";
import { SYSTEM } from "../../policy/actor.ts";
import { type Ticket, tickets } from "../schema.server.ts";
import { type ClockRow, reckon } from "./clocks.server.ts";
import { clocks } from "./clocks-schema.server.ts";
import { listClockEventsOf } from "./rejudge.server.ts";

/** "stored" is what the tables say, "replayed" what the events add up to. */
type Difference = { number: number; what: string; stored: string; replayed: string };
export type Verified = {
  tickets: number;
  clocks: number;
  /** From before the clocks, and not judged yet: there is nothing to compare. */
  unjudged: number;
  differing: number;
  /** The first of them. */
  differences: Difference[];
};

const BATCH = 200;
const SHOWN_MOST = 100;

/** Replays every ticket's events and compares with what is stored. */
export async function verifyClocks(db: Db, batch = BATCH): Promise<Verified> {
  const verified: Verified = { tickets: 0, clocks: 0, unjudged: 0, differing: 0, differences: [] };
  for (let reached = 0; ; ) {
    const last = await inOneMoment(db, (ctx) => verifyBatch(ctx, { reached, batch }, verified));
    if (last === null) return verified;
    reached = last;
  }
}

/** People go on working meanwhile: rows and events are read as they stood at one moment. */
const inOneMoment = <T>(db: Db, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  db.transaction(
    async (tx) => {
      await actAs(tx, SYSTEM);
      return work({ db: tx, actor: SYSTEM, now: new Date() });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );

async function verifyBatch(
  ctx: Ctx,
  { reached, batch }: { reached: number; batch: number },
  verified: Verified,
): Promise<number | null> {
  const rows = await ctx.db
    .select()
    .from(tickets)
    .where(gt(tickets.number, reached))
    .orderBy(asc(tickets.number))
    .limit(batch);
  const numbers = rows.map(({ number }) => number);
  if (numbers.length === 0) return null;
  const [events, stored] = await Promise.all([
    listClockEventsOf(ctx, numbers),
    ctx.db.select().from(clocks).where(inArray(clocks.ticketNumber, numbers)).orderBy(asc(clocks.target)),
  ]);
  const storedOf = Map.groupBy(stored, ({ ticketNumber }) => ticketNumber);
  for (const ticket of rows) {
    const past = events.get(ticket.number) ?? [];
    const own = storedOf.get(ticket.number) ?? [];
    verified.tickets += 1;
    verified.clocks += own.length;
    const judged = past.some((one) => one.judged);
    if (!judged) verified.unjudged += 1;
    const found = judged
      ? differencesOf(ticket, own, await reckon(ctx, ticket.number, past), ctx.now)
      : unexpected(own);
    if (found.length > 0) verified.differing += 1;
    const room = SHOWN_MOST - verified.differences.length;
    verified.differences.push(...found.slice(0, Math.max(0, room)));
  }
  return numbers.at(-1) ?? null;
}

type Reckoned = Awaited<ReturnType<typeof reckon>>;

function differencesOf(
  ticket: Ticket,
  stored: readonly ClockRow[],
  { rows, settled, answeredAt }: Reckoned,
  now: Date,
): Difference[] {
  const { number } = ticket;
  const kept = { ...settled, firstResponseAt: answeredAt };
  const ofTicket = compare(number, "ticket", pick(ticket, Object.keys(kept)), kept);
  const targets = [...new Set([...stored, ...rows].map(({ target }) => target))].sort();
  const ofClocks = targets.flatMap((target) => {
    const [was, is] = [stored, rows].map((all) => all?.find((row) => row.target === target));
    if (!was || !is)
      return [{ number, what: target, stored: was ? "there" : "missing", replayed: is ? "there" : "none" }];
    return compare(number, target, was, putOff(was, is, now) ? { ...is, nextStepAt: was.nextStepAt } : is);
  });
  return [...ofTicket, ...ofClocks];
}

/** A step reached while the office is closed is told at its next opening; until then the clock keeps that moment. */
const putOff = ({ nextStepAt: told }: ClockRow, { nextStepAt: reached }: ClockRow, now: Date): boolean =>
  told !== null && reached !== null && reached <= now && told > reached;

const unexpected = (stored: readonly ClockRow[]): Difference[] =>
  stored.map(({ ticketNumber, target }) => ({ number: ticketNumber, what: target, stored: "there", replayed: "none" }));

const pick = (row: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key]]));

function compare(
  number: number,
  of: string,
  stored: Record<string, unknown>,
  replayed: Record<string, unknown>,
): Difference[] {
  return Object.keys(replayed)
    .map((key) => ({ number, what: `${of}.${key}`, stored: said(stored[key]), replayed: said(replayed[key]) }))
    .filter((one) => one.stored !== one.replayed);
}

const said = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? "none"));
