import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { listSystems, listTeams, listWards } from "../directory/catalog.server.ts";
import { listAssignable } from "../policy/stationed.server.ts";
import { refusalOf, type TicketAction } from "../policy/tickets.ts";
import { factsOf } from "./change.server.ts";
import { type Ticket, tickets } from "./schema.server.ts";

export type FormChoice = { id: number; name: string; nameEn?: string; unitKind?: "phuong" | "xa" | "dac_khu" | null };

/** What a form about one ticket starts from: the facts of now, what may be chosen, and why not if it may not be. */
export async function getTicketForm(ctx: PersonCtx, number: number, action: TicketAction | null) {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.number, number));
  if (!ticket) throw new DomainError("not_found", "ticket");
  const refusal = action && refusalOf(ctx.actor, action, factsOf(ticket, ctx.now));
  const { version, title, kind, systemId, impact, peopleWaiting, priority, assigneeId, status } = ticket;
  return {
    ticket: { number, version, title, kind, systemId, impact, peopleWaiting, priority, assigneeId, status },
    refusal,
    choices: refusal ? [] : await listChoices(ctx, action, ticket),
  };
}
export type TicketForm = Awaited<ReturnType<typeof getTicketForm>>;

/** Whether this person still sees it. */
export async function findTicket(ctx: PersonCtx, number: number): Promise<{ number: number } | null> {
  const [found] = await ctx.db.select({ number: tickets.number }).from(tickets).where(eq(tickets.number, number));
  return found ?? null;
}

async function listChoices(ctx: PersonCtx, action: TicketAction | null, ticket: Ticket): Promise<FormChoice[]> {
  switch (action) {
    case "assign": {
      const found = await listAssignable(ctx, ticket.siteId, ticket.teamId);
      return found.filter(({ id }) => id !== ticket.assigneeId).map(({ id, fullName }) => ({ id, name: fullName }));
    }
    case "hand_over":
      return (await listTeams(ctx)).filter(({ id }) => id !== ticket.teamId);
    case "reclassify":
      return listSystems(ctx, ticket.siteId);
    case "move":
      return (await listWards(ctx)).filter(({ id }) => id !== ticket.siteId);
    default:
      return [];
  }
}
