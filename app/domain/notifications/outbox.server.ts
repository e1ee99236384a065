import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { type Delivery, deliveries } from "#app/db/outbox.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { people } from "../directory/schema.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { floodOf, gather } from "./flood.server.ts";
import { notifications } from "./schema.server.ts";

const RELAY_BOUND = 200;
/** Longer than all tries of a job take: its job is lost, and the letter gets another. */
const LOST_HOURS = 6;
/** News this old is mailed no more, whatever held it up. */
const NEWS_DAYS = 7;

export type Ready = { id: string; round: number; dueAt: Date };

/**
 * Hands due letters to the queue. `enqueue` runs while their rows are locked and before they are marked: a crash between
 * hands them over again, and as the same jobs, because a job is named by its letter, round and due time.
 */
export function relayDue(db: Db, now: Date, enqueue: (ready: readonly Ready[]) => Promise<void>): Promise<number> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const { id, round, state, createdAt, dueAt, queuedAt, personId, purpose, ticketNumber } = deliveries;
    // A queued letter that is due after it was queued was put off. One that was queued long ago lost its job.
    const lost = sql<boolean>`coalesce(${queuedAt} >= ${dueAt}, false)`;
    const found = await ctx.db
      .select({ id, round, state, createdAt, dueAt, personId, purpose, ticketNumber, lost })
      .from(deliveries)
      .where(sql`${state} in ('waiting', 'queued') and ${dueAt} <= ${now.toISOString()} and (${state} = 'waiting'
        or ${queuedAt} is null or ${queuedAt} < ${dueAt} or ${queuedAt} < ${hoursBefore(now, LOST_HOURS).toISOString()})`)
      .orderBy(dueAt, id)
      .limit(RELAY_BOUND)
      .for("update", { skipLocked: true });
    const flood = await floodOf(ctx, found);
    await gather(ctx, flood);
    const ready = found.filter((one) => !flood.includes(one));
    if (ready.length === 0) return 0;
    await enqueue(ready.map((one) => ({ id: one.id, round: one.round, dueAt: one.lost ? now : one.dueAt })));
    const ids = ready.map((one) => one.id);
    await ctx.db.update(deliveries).set({ state: "queued", queuedAt: now }).where(inArray(id, ids));
    return ready.length;
  });
}

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

export type Addressee = { id: number; name: string; lang: Lang; address: string; disabled: boolean };
export type Attempt = { delivery: Delivery; person: Addressee };

const underWay = (id: string, round: number) =>
  and(eq(deliveries.id, id), eq(deliveries.round, round), inArray(deliveries.state, ["waiting", "queued"]));

/**
 * Counts a try, and takes the news that the letter speaks of: every later try of it says the same. What was read in the
 * page by then is no news. Null when there is nothing to do any more.
 */
export function startAttempt(db: Db, id: string, round: number, now: Date): Promise<Attempt | null> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const [delivery] = await ctx.db
      .update(deliveries)
      .set({ attempts: sql`${deliveries.attempts} + 1` })
      .where(underWay(id, round))
      .returning();
    if (!delivery) return null;
    const [person] = await ctx.db.select().from(people).where(eq(people.id, delivery.personId));
    if (!person) throw new Error("a letter to nobody");
    if (delivery.attempts === 1) await takeNews(ctx, delivery);
    const { fullName: name, lang, email, disabledAt } = person;
    const address = (delivery.toAddress ?? email).trim();
    return { delivery, person: { id: person.id, name, lang, address, disabled: disabledAt !== null } };
  });
}

const DIGEST_BOUND = 200;

async function takeNews({ db, now }: Ctx, { id, personId, purpose, ticketNumber }: Delivery): Promise<void> {
  if (purpose !== "ticket" && purpose !== "digest") return;
  const wish = purpose === "ticket" ? "now" : "digest";
  await db.execute(sql`
    update notifications set delivery_id = ${id} where id in (
      select n.id from notifications n
      where n.person_id = ${personId} and n.mail = ${wish} and n.mailed_at is null and n.delivery_id is null
        and n.read_at is null and n.at > ${hoursBefore(now, NEWS_DAYS * 24).toISOString()}
        and (${ticketNumber}::int is null or n.ticket_number = ${ticketNumber}::int)
      order by n.id desc limit ${purpose === "digest" ? DIGEST_BOUND : null})`);
}

type Which = Pick<Delivery, "id" | "round">;

/** False when it was settled before. */
const settle = (
  db: Db,
  { id, round }: Which,
  set: Partial<typeof deliveries.$inferInsert>,
  now: Date,
): Promise<boolean> =>
  inContext(db, SYSTEM, now, async (ctx) => {
    const settled = await ctx.db
      .update(deliveries)
      .set(set)
      .where(underWay(id, round))
      .returning({ id: deliveries.id });
    return settled.length > 0;
  });

/** Twice is as good as once. */
export async function markSent(
  db: Db,
  { id, round }: Which,
  by: { provider: string; providerId: string | null },
  now: Date,
): Promise<void> {
  await inContext(db, SYSTEM, now, async (ctx) => {
    const set = { state: "sent", sentAt: now, lastError: null, ...by } as const;
    const sent = await ctx.db.update(deliveries).set(set).where(underWay(id, round)).returning({ id: deliveries.id });
    if (sent.length === 0) return;
    await ctx.db.update(notifications).set({ mailedAt: now }).where(eq(notifications.deliveryId, id));
  });
}

/** A later try, by the same job. */
export const noteFailure = (db: Db, which: Which, reason: string, now: Date) =>
  settle(db, which, { lastError: reason }, now);

/** A later try, by another job. The row stays queued, so that newer news of the ticket may gather beside it. */
export const putOff = (db: Db, which: Which, until: Date, reason: string, now: Date) =>
  settle(db, which, { state: "queued", dueAt: until, queuedAt: now, lastError: reason }, now);

/** Without a reason, the one of the last try stands. */
export const markFailed = (db: Db, which: Which, reason: string | null, now: Date) =>
  settle(db, which, { state: "failed", ...(reason !== null && { lastError: reason }) }, now);

/** Why a letter was left unsent on purpose. */
export type DroppedFor =
  | "disabled"
  | "no_address"
  | "not_readable"
  | "left_the_place"
  | "nothing_new"
  | "gathered"
  | "by_admin";

export const markDropped = (db: Db, which: Which, reason: DroppedFor, now: Date) =>
  settle(db, which, { state: "dropped", lastError: reason }, now);

export type OutboxHealth = { oldestSeconds: number; failed: number };
const FAILED_BOUND = 1_000;

/** How long the oldest letter has been due without leaving, and how many were given up. */
export function outboxHealth(db: Db, now: Date): Promise<OutboxHealth> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const [row] = await ctx.db.execute<{ oldest: number; failed: number }>(sql`
      select coalesce(extract(epoch from ${now.toISOString()}::timestamptz - (select min(due_at) from deliveries
          where state in ('waiting', 'queued') and due_at <= ${now.toISOString()}::timestamptz)), 0)::float as oldest,
        (select count(*)::int from (select from deliveries where state = 'failed' limit ${FAILED_BOUND}) f) as failed`);
    return { oldestSeconds: row?.oldest ?? 0, failed: row?.failed ?? 0 };
  });
}

export type Ahead = { letters: number; nextAt: Date };

/** Letters that leave later, because more may come or somebody's quiet hours last, and when the first will; null: none. */
export function lettersAhead(db: Db, now: Date): Promise<Ahead | null> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const [row] = await ctx.db.execute<{ letters: number; next: string | null }>(sql`
      select count(*)::int as letters, min(due_at) as next from (select due_at from deliveries
        where state in ('waiting', 'queued') and due_at > ${now.toISOString()}::timestamptz
        order by due_at limit ${AHEAD_BOUND}) ahead`);
    return row?.next ? { letters: row.letters, nextAt: new Date(row.next) } : null;
  });
}

const AHEAD_BOUND = 1_000;
