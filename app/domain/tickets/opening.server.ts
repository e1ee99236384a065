import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { inUse } from "../directory/catalog.server.ts";
import { people, sites, systems } from "../directory/schema.server.ts";
import { mayFileAt, mayFileFor } from "../policy/filing.ts";
import { authorize, lockTicket, record, type Target } from "./change.server.ts";
import { readMatrix } from "./clocks/matrix.server.ts";
import { once } from "./commands.server.ts";
import { attachFiles } from "./files/files.server.ts";
import { linkTickets } from "./links.server.ts";
import { type Impact, priorityFor, type Urgency } from "./priority.ts";
import { type Ticket, tickets } from "./schema.server.ts";
import type { Answers, TicketKind } from "./ticket.ts";

export type OpenTicket = {
  commandId?: string;
  siteId: number;
  /** Somebody standing at the engineer's desk; the actor when left out. */
  reporterId?: number;
  kind: TicketKind;
  systemId: number;
  title: string;
  body: string;
  answers: Answers;
  impact: Impact;
  urgency: Urgency;
  peopleWaiting: number;
  occurredAt: Date | null;
  writtenAt: Date | null;
  affectedPersonId: number | null;
  affectedName: string | null;
  affectedPosition: string | null;
  /** What a request for access asks for. */
  accessRightIds?: readonly number[];
  fileIds: readonly string[];
};

async function getReporter(ctx: Ctx, personId: number, wardId: number) {
  const [reporter] = await ctx.db
    .select({ id: people.id, siteId: people.siteId, path: sites.path })
    .from(people)
    .leftJoin(sites, eq(sites.id, people.siteId))
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  if (!reporter) throw new DomainError("invalid", "person_unknown");
  const here = reporter.path?.[1] === wardId;
  return { id: reporter.id, here, departmentId: here ? (reporter.path?.[2] ?? null) : null };
}

async function insertTicket(ctx: PersonCtx, input: OpenTicket): Promise<Ticket> {
  const me = ctx.actor.personId;
  const reporter = await getReporter(ctx, input.reporterId ?? me, input.siteId);
  if (!mayFileAt(ctx.actor, input.siteId)) throw new DomainError("forbidden", "not_your_ward");
  if (reporter.id !== me && !(reporter.here && mayFileFor(ctx.actor, input.siteId))) {
    throw new DomainError("invalid", "reporter_not_here");
  }
  return insertFor(ctx, input, reporter, me);
}

type Reporter = Awaited<ReturnType<typeof getReporter>>;

async function insertFor(ctx: Ctx, input: OpenTicket, reporter: Reporter, filedById: number): Promise<Ticket> {
  if (input.affectedPersonId !== null && !(await getReporter(ctx, input.affectedPersonId, input.siteId)).here) {
    throw new DomainError("invalid", "affected_not_here");
  }
  const [system] = await ctx.db
    .select({ id: systems.id })
    .from(systems)
    .where(and(eq(systems.id, input.systemId), inUse(ctx.now)));
  if (!system) throw new DomainError("invalid", "system_unknown");
  const occurredAt = input.occurredAt ?? ctx.now;
  if (occurredAt > ctx.now) throw new DomainError("invalid", "occurred_in_the_future");
  const { commandId: _, reporterId: __, fileIds: ___, accessRightIds = [], ...facts } = input;
  const [ticket] = await ctx.db
    .insert(tickets)
    .values({
      ...facts,
      accessRightIds: [...accessRightIds],
      reporterId: reporter.id,
      filedById,
      departmentId: reporter.departmentId,
      priority: priorityFor(await readMatrix(ctx), input.impact, input.urgency),
      status: "new",
      occurredAt,
      writtenAt: input.writtenAt ?? ctx.now,
      receivedAt: ctx.now,
      updatedAt: ctx.now,
      version: 0,
    })
    .returning();
  if (!ticket) throw new Error("the ticket was not stored");
  await ctx.db.execute(sql`
    insert into system_usage (site_id, system_id, tickets) values (${ticket.siteId}, ${ticket.systemId}, 1)
    on conflict (site_id, system_id) do update set tickets = system_usage.tickets + 1`);
  const onBehalf = reporter.id !== filedById;
  const opened = { type: "ticket.opened", priority: ticket.priority, impact: ticket.impact, onBehalf } as const;
  await record(ctx, ticket, { event: opened }, input.commandId);
  return ticket;
}

/** The same form sent twice, or twice at once, is one ticket: both answers carry its number. */
export function openTicket(ctx: PersonCtx, input: OpenTicket): Promise<{ number: number }> {
  const { commandId, writtenAt: _, ...body } = input;
  return once(ctx, { id: commandId, verb: "open", body }, async (inner) => {
    const ticket = await insertTicket({ ...inner, actor: ctx.actor }, input);
    await attachFiles(inner, input.fileIds, { ticketNumber: ticket.number, messageId: null });
    return { number: ticket.number };
  });
}

/** What nobody wrote: in the name of somebody who answers for it. The caller decides who may order it. */
export async function openTicketBySystem(ctx: Ctx, input: OpenTicket & { reporterId: number }): Promise<number> {
  const reporter = await getReporter(ctx, input.reporterId, input.siteId);
  return (await insertFor(ctx, input, reporter, reporter.id)).number;
}

/** Too late to reopen: the same trouble as a new ticket, linked to the old one. */
export function followUpTicket(
  ctx: PersonCtx,
  target: Target,
  input: { stillFails: string },
): Promise<{ number: number }> {
  return once(ctx, { id: target.commandId, verb: "follow_up", body: [target.number, input] }, async (inner) => {
    const old = await lockTicket(inner, target.number);
    authorize(inner, "follow_up", old);
    const person = { ...inner, actor: ctx.actor };
    const ticket = await insertTicket(person, {
      siteId: old.siteId,
      kind: old.kind,
      systemId: old.systemId,
      title: old.title,
      body: input.stillFails,
      answers: {},
      impact: old.impact,
      urgency: old.urgency,
      peopleWaiting: 0,
      occurredAt: null,
      writtenAt: null,
      affectedPersonId: old.affectedPersonId,
      affectedName: old.affectedName,
      affectedPosition: old.affectedPosition,
      fileIds: [],
    });
    await linkTickets(person, { number: ticket.number, to: old.number, kind: "follow_up" }, { bySystem: true });
    return { number: ticket.number };
  });
}
