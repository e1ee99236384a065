import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { worksOn } from "../policy/tickets.ts";
import { factsOf } from "./change.server.ts";
import { type Ticket, ticketLinks, tickets } from "./schema.server.ts";
import { type Alike, listAlike } from "./search/alike.server.ts";
import { isOpen } from "./ticket.ts";

const SHOWN = 50;
const ALIKE = 4;

/** A linked ticket of another ward stays a number: its title is not for everybody. */
export function listLinks(ctx: PersonCtx, number: number) {
  const other = sql<number>`case when ${ticketLinks.fromNumber} = ${number} then ${ticketLinks.toNumber} else ${ticketLinks.fromNumber} end`;
  return ctx.db
    .select({
      number: other.mapWith(Number),
      kind: ticketLinks.kind,
      outgoing: sql<boolean>`${ticketLinks.fromNumber} = ${number}`,
      title: tickets.title,
      status: tickets.status,
      duplicateOf: tickets.duplicateOf,
    })
    .from(ticketLinks)
    .leftJoin(tickets, eq(tickets.number, other))
    .where(or(eq(ticketLinks.fromNumber, number), eq(ticketLinks.toNumber, number)))
    .orderBy(asc(ticketLinks.at))
    .limit(SHOWN);
}

/** What turned out to be the same, as far as this person may read it. */
export function listDuplicates(ctx: PersonCtx, number: number) {
  return ctx.db
    .select({ number: tickets.number, title: tickets.title, receivedAt: tickets.receivedAt })
    .from(tickets)
    .where(eq(tickets.duplicateOf, number))
    .orderBy(asc(tickets.number))
    .limit(SHOWN);
}

/** The ticket that goes on instead: only its number for those who may not read it. */
export async function findOriginal(ctx: PersonCtx, { duplicateOf }: Pick<Ticket, "duplicateOf">) {
  if (duplicateOf === null) return null;
  const [found] = await ctx.db
    .select({ title: tickets.title, status: tickets.status })
    .from(tickets)
    .where(eq(tickets.number, duplicateOf));
  return { number: duplicateOf, title: found?.title ?? null, status: found?.status ?? null };
}

/** One that may be the same trouble; the younger of the two would end, and `version` is what it looked like. */
export type AlikeHere = Alike & { version: number; mayMerge: boolean };

/** Tickets that may be the same trouble, for those who can do something about it. */
export async function listAlikeHere(
  ctx: PersonCtx,
  ticket: Ticket,
  links: readonly { number: number }[],
): Promise<AlikeHere[]> {
  if (!isOpen(ticket.status) || !worksOn(ctx.actor, factsOf(ticket, ctx.now))) return [];
  const known = new Set(links.map((link) => link.number));
  const { number: exceptNumber, siteId: wardId, systemId, title: words } = ticket;
  const alike = await listAlike(ctx, { wardId, systemId, words, exceptNumber, wide: true }, ALIKE + links.length);
  const found = alike.filter((one) => !known.has(one.number)).slice(0, ALIKE);
  if (found.length === 0) return [];
  const numbers = found.map(({ number }) => number);
  const rows = await ctx.db.select().from(tickets).where(inArray(tickets.number, numbers));
  return found.flatMap((one) => {
    const row = rows.find(({ number }) => number === one.number);
    if (!row) return [];
    // The younger of the two would end, so it has to be open; the older one may be resolved already.
    const ends = isOpen(row.status) || row.number < ticket.number;
    const mayMerge = ends && row.siteId === ticket.siteId && worksOn(ctx.actor, factsOf(row, ctx.now));
    return [{ ...one, version: row.version, mayMerge }];
  });
}
