import { and, count, desc, eq, isNull, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { people } from "../directory/schema.server.ts";
import type { Names } from "../tickets/describe-event.ts";
import type { TicketEvent } from "../tickets/events.ts";
import { ticketEvents, tickets } from "../tickets/schema.server.ts";
import { listNames } from "../tickets/ticket-names.server.ts";
import type { Relation } from "./rules.ts";
import { notifications } from "./schema.server.ts";
import type { Topic } from "./topics.ts";

export type NotificationRow = {
  id: number;
  ticketNumber: number;
  /** Where in the ticket's history it happened. */
  eventId: number;
  title: string;
  topic: Topic;
  relation: Relation;
  event: TicketEvent;
  /** Null: the system did it. */
  actorName: string | null;
  /** Names of whatever the event speaks of, for describeEvent. */
  names: Names;
  at: Date;
  unread: boolean;
};

const PAGE = 50;
/** The bell shows "99+" beyond. */
const UNREAD_BOUND = 100;

const mine = (ctx: PersonCtx) => and(eq(notifications.personId, ctx.actor.personId), eq(notifications.inPage, true));

/** Newest first. The joins leave out what the person may no longer read: row-level security decides it once more. */
export async function listNotifications(
  ctx: PersonCtx,
  { before, limit = PAGE, lang = ctx.actor.lang }: { before?: number; limit?: number; lang?: Lang } = {},
): Promise<{ rows: NotificationRow[]; more: boolean }> {
  const found = await ctx.db
    .select({
      id: notifications.id,
      ticketNumber: notifications.ticketNumber,
      title: tickets.title,
      topic: notifications.topic,
      relation: notifications.relation,
      eventId: ticketEvents.id,
      type: ticketEvents.type,
      data: ticketEvents.data,
      version: ticketEvents.version,
      actorId: ticketEvents.actorId,
      actorName: people.fullName,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .innerJoin(tickets, eq(tickets.number, notifications.ticketNumber))
    .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
    .leftJoin(people, eq(people.id, ticketEvents.actorId))
    .where(and(mine(ctx), before === undefined ? undefined : lt(notifications.id, before)))
    .orderBy(desc(notifications.id))
    .limit(Math.min(limit, PAGE) + 1);
  const page = found.slice(0, Math.min(limit, PAGE));
  const events = page.map(({ eventId, type, data, actorId, at, version }) => ({
    id: eventId,
    // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
    event: { type, ...data } as TicketEvent,
    actorId,
    at,
    version,
    changes: false,
    message: null,
  }));
  const names = await listNames(ctx, events, [], lang);
  const rows = page.map((row, i): NotificationRow => {
    const { type: _, data: __, version: ___, actorId: ____, readAt, relation, ...shown } = row;
    // Safe because the page and the events are the same rows, and the table holds only what the rules wrote.
    const event = events[i]?.event as TicketEvent;
    return { ...shown, relation: relation as Relation, event, names, unread: readAt === null };
  });
  return { rows, more: found.length > page.length };
}

/** Bounded at UNREAD_BOUND, so that it costs the same for a person who never looks. What the ticket in view tells is no news. */
export async function countUnread(ctx: PersonCtx, inView: number | null = null): Promise<number> {
  const unread = ctx.db
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(tickets, eq(tickets.number, notifications.ticketNumber))
    .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
    .where(
      and(
        mine(ctx),
        isNull(notifications.readAt),
        inView === null ? undefined : ne(notifications.ticketNumber, inView),
      ),
    )
    .limit(UNREAD_BOUND)
    .as("unread");
  const [row] = await ctx.db.select({ n: count() }).from(unread);
  return row?.n ?? 0;
}

/** Opening a ticket is reading what was told of it. */
export const markTicketSeen = (ctx: PersonCtx, ticketNumber: number): Promise<void> =>
  markSeen(ctx, eq(notifications.ticketNumber, ticketNumber));

/** Up to the newest that was on the page: what came while it was being read stays news. */
export const markAllSeen = (ctx: PersonCtx, upTo?: number): Promise<void> =>
  markSeen(ctx, upTo === undefined ? undefined : lte(notifications.id, upTo));

async function markSeen(ctx: PersonCtx, which?: SQL): Promise<void> {
  const seen = await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(and(mine(ctx), isNull(notifications.readAt), which))
    .returning({ id: notifications.id });
  if (seen.length > 0) await tellBells(ctx, [ctx.actor.personId]);
}

/** The bells of these people, on all their open pages, look again. */
async function tellBells(ctx: Pick<PersonCtx, "db">, personIds: readonly number[]): Promise<void> {
  await ctx.db.execute(sql`select pg_notify('tram_live', ${JSON.stringify({ n: personIds })})`);
}
