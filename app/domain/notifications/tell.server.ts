import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { readsNotes } from "../policy/tickets.ts";
import { factsOf } from "../tickets/change.server.ts";
import { isInternal } from "../tickets/events.ts";
import type { Heard } from "../tickets/heard.server.ts";
import { listAudience } from "./audience.server.ts";
import { mailDue } from "./quiet-hours.ts";
import { choosePeople, type Facts, rowFor, wishOf } from "./rules.ts";

/**
 * Turns an event into notifications and letters for those whom the rules name, in the event's own transaction and in
 * two queries: who hears it, and telling them.
 */
export async function tellPeople(ctx: Ctx, heard: Heard): Promise<void> {
  const { before, ticket, event, eventId } = heard;
  const row = rowFor(event, factsFor(ctx, heard));
  if (Object.keys(row).length === 0) return;
  const audience = await listAudience(ctx, {
    ticketNumber: ticket.number,
    row,
    formerId: before.assigneeId === ticket.assigneeId ? null : before.assigneeId,
    mentions: event.type === "ticket.noted" ? (event.mentions ?? []) : [],
    internal: isInternal(event.type),
  });
  const actorId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const told = choosePeople(audience, row, actorId)
    .map((one) => {
      const wish = wishOf(one, one.choice);
      const mail = one.serves ? wish.mail : "no";
      const due = mail === "now" ? mailDue(ctx.now, one.urgent === true, one.hours) : null;
      return { ...one, ...wish, mail, due };
    })
    .filter(({ inPage, mail }) => inPage || mail !== "no");
  if (told.length === 0) return;
  const list = (values: readonly (string | number | boolean | null)[]) =>
    `{${values.map((v) => v ?? "null").join(",")}}`;
  await ctx.db.execute(sql`select tram_tell(${ticket.number}::int, ${eventId}::bigint, ${ctx.now.toISOString()}::timestamptz,
    ${list(told.map(({ personId }) => personId))}::int[], ${list(told.map(({ topic }) => topic))}::text[],
    ${list(told.map(({ relation }) => relation))}::text[], ${list(told.map(({ inPage }) => inPage))}::boolean[],
    ${list(told.map(({ mail }) => mail))}::text[], ${list(told.map(({ due }) => due?.toISOString() ?? null))}::timestamptz[])`);
}

function factsFor({ actor, now }: Ctx, { before, ticket }: Heard): Facts {
  const supports = [before, ticket].some((one) => readsNotes(actor, factsOf(one, now)));
  const by = actor.kind === "person" ? (supports ? "support" : "ward") : "system";
  return { by, priority: ticket.priority, assigned: ticket.assigneeId !== null, withTeam: ticket.teamId !== null };
}
