import { asc, eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import type { Happening, TicketNews } from "#app/mail/letter.ts";
import { people } from "../directory/schema.server.ts";
import { describeEvent, namer } from "../tickets/describe-event.ts";
import type { TicketEvent } from "../tickets/events.ts";
import { messages, ticketEvents, tickets } from "../tickets/schema.server.ts";
import { listNames } from "../tickets/ticket-names.server.ts";
import { notifications } from "./schema.server.ts";

const BOUND = 300;

export type NewsOfTicket = TicketNews & { siteId: number };

/**
 * What a letter has to tell, grouped by ticket. Asked as its reader: row-level security leaves out what the reader may
 * no longer read, the words of internal notes included.
 */
export async function listNews(ctx: PersonCtx, deliveryId: string): Promise<NewsOfTicket[]> {
  const { lang } = ctx.actor;
  const rows = await ctx.db
    .select({
      number: tickets.number,
      siteId: tickets.siteId,
      status: tickets.status,
      access: tickets.accessPhase,
      title: tickets.title,
      eventId: ticketEvents.id,
      type: ticketEvents.type,
      data: ticketEvents.data,
      version: ticketEvents.version,
      at: ticketEvents.at,
      actorId: ticketEvents.actorId,
      who: people.fullName,
      text: messages.body,
    })
    .from(notifications)
    .innerJoin(tickets, eq(tickets.number, notifications.ticketNumber))
    .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
    .leftJoin(people, eq(people.id, ticketEvents.actorId))
    .leftJoin(messages, eq(messages.id, ticketEvents.messageId))
    .where(eq(notifications.deliveryId, deliveryId))
    .orderBy(asc(ticketEvents.id))
    .limit(BOUND);
  const events = rows.map(({ eventId, type, data, actorId, at, version }) => ({
    ...{ id: eventId, actorId, at, version, changes: false, message: null },
    // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
    event: { type, ...data } as TicketEvent,
  }));
  const w = wordsFor(lang);
  const nameOf = namer(await listNames(ctx, events, [], lang), w.ticket.somebody);
  const byTicket = new Map<number, NewsOfTicket>();
  rows.forEach(({ number, siteId, status, access, title, who, text, at, eventId }, i) => {
    const event = events[i]?.event;
    if (!event) return;
    const ticket = byTicket.get(number) ?? { number, siteId, status, access, title, happened: [], eventId };
    byTicket.set(number, ticket);
    const sentence = describeEvent(w, event, who ?? w.ticket.system, nameOf);
    const happening: Happening = { type: event.type, sentence, who, at, text };
    if (event.type === "ticket.warned") happening.due = event;
    if ("minutes" in event) happening.minutes = event.minutes;
    ticket.happened.push(happening);
  });
  return [...byTicket.values()];
}
