import type { PersonCtx } from "#app/db/context.server.ts";
import { worksOn } from "../policy/tickets.ts";
import { authorize, type Changed, factsOf, lockTicket, record, type Target } from "./change.server.ts";
import { once } from "./commands.server.ts";
import { attachFiles } from "./files/files.server.ts";
import { goOn } from "./holds.server.ts";
import { mentionsIn } from "./mentions.server.ts";

export type Words = { body: string; fileIds?: readonly string[] };
export type Note = Words & { mentions?: readonly number[] };

async function say(ctx: PersonCtx, target: Target, words: Note, visibility: "public" | "internal"): Promise<Changed> {
  const action = visibility === "public" ? "reply" : "note";
  const { number, commandId } = target;
  return once(ctx, { id: commandId, verb: action, body: [number, words] }, async (inner) => {
    const ticket = await lockTicket(inner, number);
    authorize(inner, action, ticket);
    const mentions = await mentionsIn(inner, ticket, words.mentions);
    const noted = { type: "ticket.noted" as const, ...(mentions.length > 0 && { mentions }) };
    const event = visibility === "public" ? { type: "ticket.replied" as const } : noted;
    const said = await record(inner, ticket, { event, message: { visibility, body: words.body } }, commandId);
    await attachFiles(inner, words.fileIds ?? [], { ticketNumber: number, messageId: said.messageId });
    const answersHold =
      visibility === "public" && ticket.holdReason === "reporter" && !worksOn(ctx.actor, factsOf(ticket, ctx.now));
    if (!answersHold) return { number, eventId: said.eventId };
    const { eventId } = await record(inner, ticket, goOn(ticket));
    return { number, eventId };
  });
}

/** Words for everybody on the ticket. An answer from the ward ends a hold that waited for it. */
export const replyToTicket = (ctx: PersonCtx, target: Target, words: Words) => say(ctx, target, words, "public");

/** Words for the support side only; whoever is named in them must be able to read them. */
export const noteOnTicket = (ctx: PersonCtx, target: Target, note: Note) => say(ctx, target, note, "internal");
