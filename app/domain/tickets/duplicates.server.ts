import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { worksOn } from "../policy/tickets.ts";
import { NOT_HELD } from "./assignment.server.ts";
import { authorize, type Changed, factsOf, lockTicket, record, type Target } from "./change.server.ts";
import { once } from "./commands.server.ts";
import { bringPeople, reporterBelongs, settlePeople, takeBackPeople } from "./duplicate-people.server.ts";
import type { StoodAs, TicketEvent } from "./events.ts";
import { type Ticket, ticketEvents, tickets } from "./schema.server.ts";

export type Marked = Changed & { of: number };

/**
 * "This is the same as that": the ticket ends, its people wait and follow at the one that goes on, and it keeps saying
 * which one that is. What had been a duplicate of it follows; a duplicate of a duplicate lands on the one that goes on.
 */
export function markDuplicate(ctx: PersonCtx, target: Target, same: number): Promise<Marked> {
  const { number, commandId } = target;
  return once(ctx, { id: commandId, verb: "mark_duplicate", body: [number, same] }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    if (number === same) throw new DomainError("invalid", "duplicate_of_itself");
    const locked = await lockFamily(inner, () => familyToMark(inner, number, same));
    const ticket = seen(locked, number, "ticket");
    const other = seen(locked, same, "link_target_unknown");
    const stays = other.duplicateOf === null ? other : seen(locked, other.duplicateOf, "original_out_of_reach");
    checkVersion(ticket, target);
    authorize(inner, "mark_duplicate", ticket);
    await checkOriginal(inner, ticket, stays);

    const path = other === stays ? [] : [same, ...other.duplicateThrough];
    const along = [...locked.values()].filter(({ duplicateOf }) => duplicateOf === number);
    for (const each of along) await point(inner, each, stays.number, [...each.duplicateThrough, number, ...path]);
    const { eventId } = await record(
      inner,
      ticket,
      {
        set: { ...ended(stays.number, path), status: "cancelled", closedAt: ctx.now, ...NOT_HELD },
        event: { type: "ticket.marked_duplicate", of: stays.number, through: path, was: stoodAs(ticket) },
      },
      commandId,
    );
    const numbers = along.map((each) => each.number);
    await record(inner, stays, { event: { type: "ticket.duplicate_found", number, along: numbers } });
    await bringPeople(inner, number, stays.number);
    for (const each of numbers) await bringPeople(inner, each, stays.number, { again: true });
    await settlePeople(inner, stays.number);
    return { number, eventId, of: stays.number };
  });
}

/** It was another trouble after all: back to where it stood, and whom it brought leaves with it. */
export function unmarkDuplicate(ctx: PersonCtx, target: Target): Promise<Marked> {
  const { number, commandId } = target;
  return once(ctx, { id: commandId, verb: "unmark_duplicate", body: number }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    const locked = await lockFamily(inner, () => familyToUnmark(inner, number));
    const ticket = seen(locked, number, "ticket");
    checkVersion(ticket, target);
    authorize(inner, "unmark_duplicate", ticket);
    const of = ticket.duplicateOf ?? 0;
    const stays = seen(locked, of, "original_out_of_reach");
    if (!worksOn(ctx.actor, factsOf(stays, ctx.now))) throw new DomainError("forbidden", "support_both");

    const now = await stoodBefore(inner, number);
    const holdUntil = now.holdUntil === null ? null : new Date(now.holdUntil);
    const firstResponseAt = now.firstResponseAt === null ? null : new Date(now.firstResponseAt);
    const remindAt = now.holdReason === "reporter" ? ctx.now : null;
    const set = {
      status: now.status,
      holdReason: now.holdReason,
      holdUntil,
      remindAt,
      firstResponseAt,
      closedAt: null,
    };
    const event = { type: "ticket.unmarked_duplicate", of, now } as const;
    const { eventId } = await record(inner, ticket, { set: { ...ended(null, []), ...set }, event }, commandId);
    const unsettled = new Set([number, ...(await takeBackPeople(inner, number, []))]);
    const along = [...locked.values()].filter(({ duplicateThrough }) => duplicateThrough.includes(number));
    for (const each of along) {
      const path = each.duplicateThrough.slice(0, each.duplicateThrough.indexOf(number));
      await point(inner, each, number, path);
      await bringPeople(inner, each.number, number, { again: true });
      for (const left of await takeBackPeople(inner, each.number, [number, ...path])) unsettled.add(left);
    }
    const numbers = along.map((each) => each.number);
    await record(inner, stays, { event: { type: "ticket.duplicate_dropped", number, along: numbers } });
    for (const each of unsettled) await settlePeople(inner, each);
    return { number, eventId, of };
  });
}

const ended = (duplicateOf: number | null, duplicateThrough: number[]) => ({ duplicateOf, duplicateThrough });

const point = (ctx: PersonCtx, ticket: Ticket, of: number, through: number[]) =>
  record(ctx, ticket, { set: ended(of, through), event: { type: "ticket.duplicate_redirected", of, through } });

const stoodAs = ({ status, holdReason, holdUntil, firstResponseAt }: Ticket): StoodAs => ({
  status,
  holdReason,
  holdUntil: holdUntil?.toISOString() ?? null,
  firstResponseAt: firstResponseAt?.toISOString() ?? null,
});

async function stoodBefore(ctx: PersonCtx, number: number): Promise<StoodAs> {
  const [last] = await ctx.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketNumber, number), eq(ticketEvents.type, "ticket.marked_duplicate")))
    .orderBy(desc(ticketEvents.id))
    .limit(1);
  if (!last) throw new Error(`nobody marked ${number}`);
  // Safe because only markDuplicate writes this event.
  return (last.data as Extract<TicketEvent, { type: "ticket.marked_duplicate" }>).was;
}

function checkVersion({ version }: Ticket, target: Target): void {
  if (target.version === undefined || target.version === version) return;
  throw new DomainError("conflict", "ticket_changed", { version, since: target.version });
}

async function checkOriginal(ctx: PersonCtx, ticket: Ticket, stays: Ticket): Promise<void> {
  if (stays.number === ticket.number) throw new DomainError("conflict", "duplicate_of_this");
  // Joining lets one read, so nobody is brought into another unit.
  if (stays.siteId !== ticket.siteId) throw new DomainError("invalid", "duplicate_other_ward");
  if (!worksOn(ctx.actor, factsOf(stays, ctx.now))) throw new DomainError("forbidden", "support_both");
  if (stays.status === "closed" || stays.status === "cancelled") throw new DomainError("conflict", "original_ended");
  if (!(await reporterBelongs(ctx, ticket.number, stays.number))) {
    throw new DomainError("invalid", "duplicate_reporter_elsewhere");
  }
}

type Link = { number: number; duplicateOf: number | null };

/** The two, the one that the other leads to, and what leads to the first. */
const familyToMark = async (ctx: PersonCtx, number: number, same: number): Promise<number[]> => {
  const near = await readLinks(ctx, or(inArray(tickets.number, [number, same]), eq(tickets.duplicateOf, number)));
  return near.flatMap((each) => (each.number === same && each.duplicateOf ? [same, each.duplicateOf] : [each.number]));
};

/** The duplicate, the one that goes on, and what came to that one through the duplicate. */
const familyToUnmark = async (ctx: PersonCtx, number: number): Promise<number[]> => {
  const [self] = await readLinks(ctx, eq(tickets.number, number));
  if (!self?.duplicateOf) return self ? [number] : [];
  const of = self.duplicateOf;
  const through = and(eq(tickets.duplicateOf, of), sql`${number}::int = any (${tickets.duplicateThrough})`);
  const near = await readLinks(ctx, or(eq(tickets.number, of), through));
  return [number, ...near.map((each) => each.number)];
};

const readLinks = (ctx: PersonCtx, where: ReturnType<typeof or>): Promise<Link[]> =>
  ctx.db.select({ number: tickets.number, duplicateOf: tickets.duplicateOf }).from(tickets).where(where).limit(500);

/** Locks in number order, so that two who mark each other at once cannot deadlock; a family that changed meanwhile is a conflict. */
async function lockFamily(ctx: PersonCtx, family: () => Promise<number[]>): Promise<Map<number, Ticket>> {
  const inOrder = async () => [...new Set(await family())].sort((a, b) => a - b);
  const before = await inOrder();
  const locked = new Map<number, Ticket>();
  for (const number of before) {
    const ticket = await lockTicket(ctx, number).catch(unseen);
    if (ticket) locked.set(number, ticket);
  }
  if (String(before) !== String(await inOrder())) throw new DomainError("conflict", "original_changed");
  return locked;
}

function unseen(error: unknown): null {
  if (error instanceof DomainError && error.refusal === "not_found") return null;
  throw error;
}

function seen(locked: Map<number, Ticket>, number: number, otherwise: string): Ticket {
  const ticket = locked.get(number);
  if (ticket) return ticket;
  if (otherwise === "ticket") throw new DomainError("not_found", otherwise);
  throw new DomainError(otherwise === "link_target_unknown" ? "invalid" : "conflict", otherwise);
}
