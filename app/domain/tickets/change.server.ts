import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { refusalOf, type TicketAction, type TicketFacts, worksOn } from "../policy/tickets.ts";
import type { Judged } from "../sla/judged.ts";
import { movesClocks } from "./clocks/clock-facts.ts";
import { judgedAnew, listClockEvents, settleClocks } from "./clocks/clocks.server.ts";
import { once } from "./commands.server.ts";
import { answersReporter, changesFacts, isInternal, isNews, type TicketEvent } from "./events.ts";
import { tellListener } from "./heard.server.ts";
import { messages, type Ticket, ticketEvents, tickets } from "./schema.server.ts";
import { mayBecome, mayStillReopen } from "./ticket.ts";

export type Target = {
  number: number;
  /** What the person was looking at; a newer ticket is a conflict. Left out by jobs. */
  version?: number;
  commandId?: string;
};
export type Outcome = {
  event: TicketEvent;
  set?: Partial<typeof tickets.$inferInsert>;
  message?: { visibility: "public" | "internal"; body: string };
  /** By what its clocks run from here on, where the event says so. */
  judged?: Judged;
};

type Recorded = { eventId: number; messageId: number | null };

export const factsOf = (ticket: Ticket, now: Date): TicketFacts => ({
  siteId: ticket.siteId,
  departmentId: ticket.departmentId,
  reporterId: ticket.reporterId,
  affectedPersonId: ticket.affectedPersonId,
  assigneeId: ticket.assigneeId,
  teamId: ticket.teamId,
  status: ticket.status,
  duplicate: ticket.duplicateOf !== null,
  accessPhase: ticket.accessPhase,
  reopenable: ticket.resolvedAt !== null && mayStillReopen(ticket.resolvedAt, now),
});

/** Row-level security decides what is visible; the lock makes everything that follows in this transaction still true. */
export async function lockTicket(ctx: Ctx, number: number): Promise<Ticket> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.number, number)).for("no key update");
  if (!ticket) throw new DomainError("not_found", "ticket");
  return ticket;
}

export function authorize(ctx: Ctx, action: TicketAction, ticket: Ticket): void {
  const refusal = refusalOf(ctx.actor, action, factsOf(ticket, ctx.now));
  if (refusal === null) return;
  const kind = refusal === "support_only" || refusal === "reporter_only" ? "forbidden" : "conflict";
  throw new DomainError(kind, refusal, { version: ticket.version });
}

/** Appends the event and brings the ticket's row to what the events add up to. */
export async function record(ctx: Ctx, ticket: Ticket, outcome: Outcome, commandId?: string): Promise<Recorded> {
  const { db, actor, now } = ctx;
  const me = actor.kind === "person" ? actor.personId : null;
  const version = changesFacts(outcome.event.type) ? ticket.version + 1 : ticket.version;
  let messageId: number | null = null;
  if (outcome.message && me !== null) {
    const [message] = await db
      .insert(messages)
      .values({ ticketNumber: ticket.number, authorId: me, writtenAt: now, ...outcome.message })
      .returning({ id: messages.id });
    messageId = message?.id ?? null;
  }
  const next = outcome.set?.status;
  if (next && next !== ticket.status && !mayBecome(ticket.status, next))
    throw new Error(`${ticket.status} cannot become ${next}`);
  const { type, ...data } = outcome.event;
  const responds = me !== null && me !== ticket.reporterId && answersReporter(type);
  const answers = ticket.firstResponseAt === null && responds && worksOn(actor, factsOf(ticket, now));
  const changed = { ...(answers && { firstResponseAt: now }), ...outcome.set };
  const after = { ...ticket, ...changed };
  const moves = movesClocks(type) || answers;
  const past = moves && type !== "ticket.opened" ? await listClockEvents(ctx, ticket.number) : [];
  const judged = outcome.judged ?? (moves ? await judgedAnew(ctx, { before: ticket, after, past }) : null);
  const [event] = await db
    .insert(ticketEvents)
    .values({
      ticketNumber: ticket.number,
      siteId: ticket.siteId,
      type,
      data,
      actorId: me,
      messageId,
      internal: isInternal(type),
      answers,
      judged,
      version,
      commandId: commandId ?? null,
      at: now,
    })
    .returning({ id: ticketEvents.id });
  if (!event) throw new Error("the event was not stored");
  // Before the ticket may move out of the actor's sight.
  const settled = moves
    ? await settleClocks(ctx, ticket.number, [...past, { event: outcome.event, at: now, answers, judged }])
    : {};
  const lastEventId = isNews(type) ? event.id : ticket.lastEventId;
  const set = { ...changed, ...settled, version, lastEventId, updatedAt: now };
  const hint = JSON.stringify({ t: ticket.number, e: event.id });
  // Sent together: none needs another's answer.
  await Promise.all([
    db.update(tickets).set(set).where(eq(tickets.number, ticket.number)),
    ctx.quiet ? null : db.execute(sql`select pg_notify('tram_live', ${hint})`),
    markRead(ctx, ticket.number, event.id),
  ]);
  await tellListener(ctx, { before: ticket, ticket: { ...ticket, ...set }, event: outcome.event, eventId: event.id });
  return { eventId: event.id, messageId };
}

/** One's own change is not news to oneself. */
export async function markRead(ctx: Ctx, number: number, eventId: number): Promise<void> {
  if (ctx.actor.kind !== "person") return;
  await ctx.db.execute(sql`
    insert into ticket_reads (ticket_number, person_id, event_id) values (${number}, ${ctx.actor.personId}, ${eventId})
    on conflict (person_id, ticket_number) do update set event_id = greatest(ticket_reads.event_id, excluded.event_id)`);
}

export type Changed = { number: number; eventId: number };

/** See it, may I, change it if it is still what I saw, say so: one transaction, once per command id. */
export function changeTicket(
  ctx: Ctx,
  action: TicketAction,
  target: Target,
  input: unknown,
  decide: (ticket: Ticket, ctx: Ctx) => Outcome | Promise<Outcome>,
): Promise<Changed> {
  const { number, version, commandId } = target;
  return once(ctx, { id: commandId, verb: action, body: [number, input] }, async (inner) => {
    const ticket = await lockTicket(inner, number);
    if (version !== undefined && version !== ticket.version) {
      throw new DomainError("conflict", "ticket_changed", { version: ticket.version, since: version });
    }
    authorize(inner, action, ticket);
    const { eventId } = await record(inner, ticket, await decide(ticket, inner), commandId);
    return { number, eventId };
  });
}
