import { and, asc, eq, like, or } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { people } from "../directory/schema.server.ts";
import { describeEvent, namer } from "../tickets/describe-event.ts";
import type { TicketEvent } from "../tickets/events.ts";
import { listTicketFiles } from "../tickets/files/files.server.ts";
import { ticketEvents } from "../tickets/schema.server.ts";
import { listNames } from "../tickets/ticket-names.server.ts";
import { findEntitlement } from "./register-page.server.ts";

/** Who asked, approved, granted and proved, with times: the whole way of one right, as far as its reader may know it. */
export async function getTrail(ctx: PersonCtx, id: number, lang: Lang) {
  const entitlement = await findEntitlement(ctx, id);
  return {
    entitlement,
    lines: entitlement.ticketNumber === null ? [] : await listLines(ctx, entitlement.ticketNumber, lang),
    files: entitlement.ticketNumber === null ? [] : await listTicketFiles(ctx, entitlement.ticketNumber, 100),
  };
}
export type Trail = Awaited<ReturnType<typeof getTrail>>;

async function listLines(ctx: PersonCtx, number: number, lang: Lang) {
  const rows = await ctx.db
    .select({
      id: ticketEvents.id,
      type: ticketEvents.type,
      data: ticketEvents.data,
      actorId: ticketEvents.actorId,
      at: ticketEvents.at,
      version: ticketEvents.version,
      who: people.fullName,
      position: people.position,
    })
    .from(ticketEvents)
    .leftJoin(people, eq(people.id, ticketEvents.actorId))
    .where(
      and(
        eq(ticketEvents.ticketNumber, number),
        or(like(ticketEvents.type, "access.%"), eq(ticketEvents.type, "ticket.opened")),
      ),
    )
    .orderBy(asc(ticketEvents.id))
    .limit(300);
  const w = wordsFor(lang);
  // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
  const events = rows.map(({ type, data, id, actorId, at, version }) => ({
    ...{ id, actorId, at, version, changes: false, message: null, event: { type, ...data } as TicketEvent },
  }));
  const nameOf = namer(await listNames(ctx, events, [], lang), w.ticket.somebody);
  return rows.flatMap(({ id, at, who, position }, place) => {
    const event = events[place]?.event;
    return event ? [{ id, at, who, position, sentence: describeEvent(w, event, who ?? w.ticket.system, nameOf) }] : [];
  });
}
