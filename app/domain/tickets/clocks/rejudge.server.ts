import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { sites } from "../../directory/schema.server.ts";
import type { Judged } from "../../sla/judged.ts";
import { readCalendarsOf } from "../../sla/judgement.server.ts";
import { judgeAfresh, type Rules } from "../../sla/rules.ts";
import type { TicketEvent } from "../events.ts";
import { type Ticket, ticketEvents } from "../schema.server.ts";
import { CLOCK_EVENTS, type ClockEvent } from "./clock-facts.ts";

type Placed = Pick<
  Ticket,
  "number" | "kind" | "priority" | "systemId" | "siteId" | "teamId" | "accessRightIds" | "receivedAt"
>;

/** The events that move the clocks of these tickets, each ticket's oldest first. */
export async function listClockEventsOf(ctx: Ctx, numbers: readonly number[]): Promise<Map<number, ClockEvent[]>> {
  const rows = await ctx.db
    .select({
      number: ticketEvents.ticketNumber,
      type: ticketEvents.type,
      data: ticketEvents.data,
      at: ticketEvents.at,
      answers: ticketEvents.answers,
      judged: ticketEvents.judged,
    })
    .from(ticketEvents)
    .where(
      and(
        inArray(ticketEvents.ticketNumber, [...numbers]),
        or(inArray(ticketEvents.type, [...CLOCK_EVENTS]), eq(ticketEvents.answers, true)),
      ),
    )
    .orderBy(asc(ticketEvents.id));
  const byNumber = new Map<number, ClockEvent[]>(numbers.map((number) => [number, []]));
  for (const { number, type, data, ...row } of rows) {
    // Safe because only record() writes events, and it takes a TicketEvent apart into these two columns.
    byNumber.get(number)?.push({ ...row, event: { type, ...data } as TicketEvent });
  }
  return byNumber;
}

export type Rejudged = { last: Judged | undefined; next: Judged };

const PLACING: readonly string[] = ["ticket.moved", "ticket.handed_over", "ticket.handed_back"];
/** An approval brings a request to the team that grants. */
const isPlacing = (event: TicketEvent) =>
  PLACING.includes(event.type) || ("from" in event && "to" in event && event.to === "grant" && event.from !== "grant");

/** By what these tickets are judged, and by what they would be if everything had always been as it is now. */
export async function rejudge(
  ctx: Ctx,
  rules: Rules,
  placed: readonly Placed[],
  events: ReadonlyMap<number, readonly ClockEvent[]>,
): Promise<Map<number, Rejudged>> {
  const lastOf = (number: number) => events.get(number)?.findLast(({ judged }) => judged)?.judged ?? undefined;
  const [calendarOf, paths] = await Promise.all([
    readCalendarsOf(
      ctx,
      placed.flatMap(({ number }) => lastOf(number) ?? []),
    ),
    readPaths(
      ctx,
      placed.map(({ siteId }) => siteId),
    ),
  ]);
  return new Map(
    placed.map((ticket) => {
      const last = lastOf(ticket.number);
      const place = { ...ticket, siteIds: paths.get(ticket.siteId) ?? [ticket.siteId] };
      const placedAt = events.get(ticket.number)?.findLast(({ event }) => isPlacing(event))?.at ?? null;
      const next = judgeAfresh(rules, { place, receivedAt: ticket.receivedAt, placedAt, last }, calendarOf);
      return [ticket.number, { last, next }];
    }),
  );
}

async function readPaths(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await ctx.db
    .select({ id: sites.id, path: sites.path })
    .from(sites)
    .where(inArray(sites.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, path }) => [id, path]));
}
