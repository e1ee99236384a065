import { and, eq, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { compareNames } from "#app/lib/names.ts";
import { dateIn } from "#app/lib/time.ts";
import { readsNotes } from "../policy/tickets.ts";
import { factsOf } from "./change.server.ts";
import { type Ticket, tickets } from "./schema.server.ts";

export type Mentionable = { id: number; fullName: string; position: string | null };

const BOUND = 300;

/** Who reads the ticket and its notes by their own rights: naming somebody opens nothing to them. */
async function listNoteReaders(ctx: Ctx, ticket: Ticket, only?: readonly number[]): Promise<Mentionable[]> {
  const today = dateIn(ctx.now);
  const among = only ? sql`and p.id = any(${sql.param(`{${only.join(",")}}`)}::int[])` : sql``;
  const rows = await ctx.db.execute<{ id: number; full_name: string; position: string | null }>(sql`
    select distinct p.id, p.full_name, p.position
    from grants g join people p on p.id = g.person_id join sites s on s.id = g.site_id
    where ((g.role in ('engineer', 'coordinator', 'manager') and (s.kind = 'city' or g.site_id = ${ticket.siteId}))
        or (g.role = 'specialist' and g.team_id = ${ticket.teamId}))
      and p.disabled_at is null and g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)
      ${among}
    order by p.id limit ${BOUND}`);
  return rows.map(({ id, full_name, position }) => ({ id, fullName: full_name, position }));
}

/** Whom a note can name; for people who read notes themselves. */
export async function listMentionable(ctx: PersonCtx, ticketNumber: number): Promise<Mentionable[]> {
  const [ticket] = await ctx.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.number, ticketNumber)));
  if (!ticket || !readsNotes(ctx.actor, factsOf(ticket, ctx.now))) throw new DomainError("not_found", "ticket");
  const readers = await listNoteReaders(ctx, ticket);
  return readers.filter(({ id }) => id !== ctx.actor.personId).sort((a, b) => compareNames(a.fullName, b.fullName));
}

/** Refuses a note that names somebody who could not read it. */
export async function mentionsIn(ctx: Ctx, ticket: Ticket, mentions: readonly number[] = []): Promise<number[]> {
  const named = [...new Set(mentions)];
  if (named.length === 0) return [];
  const readers = new Set((await listNoteReaders(ctx, ticket, named)).map(({ id }) => id));
  if (named.some((id) => !readers.has(id))) throw new DomainError("invalid", "mention_cannot_read");
  return named;
}
