import { and, eq, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { lockTicket, record } from "./change.server.ts";
import { once } from "./commands.server.ts";
import { duplicatePeople, ticketPeople, tickets } from "./schema.server.ts";

export async function addFollower(ctx: Ctx, number: number, personId: number): Promise<void> {
  await ctx.db
    .insert(ticketPeople)
    .values({ ticketNumber: number, personId, relation: "follower", since: ctx.now })
    .onConflictDoUpdate({
      target: [ticketPeople.ticketNumber, ticketPeople.personId],
      set: { brought: false, ownRelation: "follower", ownWaiting: 0 },
      setWhere: eq(ticketPeople.brought, true),
    });
}

export async function followTicket(ctx: PersonCtx, number: number): Promise<void> {
  const [seen] = await ctx.db.select({ number: tickets.number }).from(tickets).where(eq(tickets.number, number));
  if (!seen) throw new DomainError("not_found", "ticket");
  await addFollower(ctx, number, ctx.actor.personId);
}

export async function unfollowTicket(ctx: PersonCtx, number: number): Promise<void> {
  const me = ctx.actor.personId;
  for (const table of [ticketPeople, duplicatePeople])
    await ctx.db.delete(table).where(and(eq(table.ticketNumber, number), eq(table.personId, me)));
}

/** "I have this too": a colleague of the same ward joins a ticket that was already reported, and reads it from then on. */
export function joinTicket(
  ctx: PersonCtx,
  input: { number: number; peopleWaiting: number; commandId?: string },
): Promise<void> {
  const { number, peopleWaiting } = input;
  return once(ctx, { id: input.commandId, verb: "join", body: [number, peopleWaiting] }, async (inner) => {
    const [allowed] = await inner.db.execute<{ may: boolean }>(sql`select tram_may_join(${number}) as may`);
    if (!allowed?.may) throw new DomainError("not_found", "ticket");
    const mine = { ticketNumber: number, personId: ctx.actor.personId };
    const own = { relation: "affected" as const, peopleWaiting };
    // Where a duplicate brought the person as well, what they are by themselves is kept apart (settlePeople).
    const brought = sql`(select max(people_waiting) from duplicate_people
      where ticket_number = ${number} and person_id = ${mine.personId})`;
    const [before] = await inner.db
      .select({ relation: ticketPeople.relation })
      .from(ticketPeople)
      .where(and(eq(ticketPeople.ticketNumber, number), eq(ticketPeople.personId, mine.personId)));
    await inner.db
      .insert(ticketPeople)
      .values({ ...mine, ...own, since: ctx.now })
      .onConflictDoUpdate({
        target: [ticketPeople.ticketNumber, ticketPeople.personId],
        set: {
          ...own,
          peopleWaiting: sql`greatest(${peopleWaiting}::int, ${brought})`,
          brought: false,
          ownRelation: sql`case when ${brought} is not null then ${own.relation} end`,
          ownWaiting: sql`case when ${brought} is not null then ${peopleWaiting}::int end`,
        },
      });
    if (before?.relation === "affected") return;
    const ticket = await lockTicket(inner, number);
    await record(inner, ticket, { event: { type: "ticket.joined", peopleWaiting } }, input.commandId);
  });
}
