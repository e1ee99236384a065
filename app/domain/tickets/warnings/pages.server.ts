import { inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { record } from "../change.server.ts";
import { actOnDue, claimTicket } from "../clocks/due-tickets.server.ts";
import type { TicketEvent } from "../events.ts";
import { tickets } from "../schema.server.ts";
import type { TicketStatus } from "../ticket.ts";

/** A P1 that nobody has taken calls again this often, day and night. */
export const PAGE_EVERY_MINUTES = 10;
/** A P1 in work that lies still for this long is for anybody to take, and again after each such while. */
export const OFFER_EVERY_MINUTES = 30;

type Pressing = {
  type: "ticket.paged" | "ticket.offered_again";
  everyMinutes: number;
  statuses: TicketStatus[];
  /** The event `e` of the ticket from which the time counts: the last one of these. */
  since: SQL;
};

const list = (types: TicketEvent["type"][]) => `{${types.join(",")}}`;

/** Those who could take it were called then. */
const CALLED = sql`(e.type = any (${list(["ticket.opened", "ticket.assigned", "ticket.released", "ticket.handed_over", "ticket.handed_back", "ticket.resumed", "ticket.moved", "ticket.reopened", "ticket.unmarked_duplicate"])}::text[])
  or (e.type = 'ticket.reclassified' and e.data -> 'changes' -> 'priority' ->> 'to' = 'p1'))`;

/** Somebody of the support side did something, or it came back to whoever had it. */
const SEEN_TO = sql`(e.type = any (${list(["ticket.resumed", "ticket.reopened"])}::text[]) or exists (select from grants g
  where g.person_id = e.actor_id and g.role in ('engineer', 'specialist', 'coordinator')))`;

const UNTAKEN: Pressing = {
  type: "ticket.paged",
  everyMinutes: PAGE_EVERY_MINUTES,
  statuses: ["new", "assigned"],
  since: CALLED,
};
const LYING_STILL: Pressing = {
  type: "ticket.offered_again",
  everyMinutes: OFFER_EVERY_MINUTES,
  statuses: ["in_progress"],
  since: SEEN_TO,
};

/** What stops a counter now goes on calling until somebody takes it, and again when whoever took it does nothing. */
export async function callForPressing(db: Db, now: Date): Promise<number> {
  const call = (which: Pressing) =>
    actOnDue(db, now, {
      list: async (ctx, limit) => (await listPressing(ctx, which, limit)).map(({ number }) => number),
      act: (ctx, number) => callFor(ctx, which, number),
    });
  return (await call(UNTAKEN)) + (await call(LYING_STILL));
}

const standing = ({ statuses }: Pressing) => sql`${tickets.priority} = 'p1' and ${inArray(tickets.status, statuses)}`;

/** Turns are counted from their cause, not from the last call, so that they neither drift nor are made up for. */
async function listPressing(ctx: Ctx, which: Pressing, limit: number, only?: number) {
  const { type, everyMinutes, since } = which;
  const rows = await ctx.db.execute<{ number: number; minutes: number }>(sql`
    select * from (
      select tickets.number, cause.at, cause.id,
        (floor(extract(epoch from ${ctx.now.toISOString()}::timestamptz - cause.at) / 60 / ${everyMinutes}) * ${everyMinutes})::int as minutes
      from tickets cross join lateral (
        select e.id, e.at from ticket_events e where e.ticket_number = tickets.number and ${since}
        order by e.id desc limit 1) cause
      where ${standing(which)} and ${only === undefined ? sql`true` : sql`tickets.number = ${only}`}) waiting
    where minutes > coalesce((select max((e.data ->> 'minutes')::int) from ticket_events e
      where e.ticket_number = waiting.number and e.type = ${type} and e.id > waiting.id), 0)
    order by at limit ${limit}`);
  return rows.map(({ number, minutes }) => ({ number, minutes }));
}

async function callFor(ctx: Ctx, which: Pressing, number: number): Promise<boolean> {
  // A P1 is called for again the minute it is late: whoever warns of that must not put the call off.
  const ticket = await claimTicket(ctx, number, standing(which), { wait: true });
  if (!ticket) return false;
  const [due] = await listPressing(ctx, which, 1, number);
  if (!due) return false;
  await record(ctx, ticket, { event: { type: which.type, minutes: due.minutes } });
  return true;
}
