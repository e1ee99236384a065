import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Changed, Target } from "../tickets/change.server.ts";
import { changeAccess } from "./changing.server.ts";
import { findPlace } from "./deciding.server.ts";
import { accessRequests } from "./schema.server.ts";
import { listSteps } from "./steps.server.ts";

/** The approver has a question first; the clock of the approval stands until it is answered. */
export function askBack(ctx: PersonCtx, target: Target, input: { question: string }): Promise<Changed> {
  return changeAccess(ctx, "ask_back", target, input, async (inner, { ticket, request }) => {
    const open = (await listSteps(inner, ticket.number)).filter(({ state }) => state === "open");
    if (open.length === 0) throw new DomainError("conflict", "nothing_to_decide");
    const places = await Promise.all(open.map((step) => findPlace(inner, step, ticket.number)));
    if (!places.some(({ place }) => place)) throw new DomainError("forbidden", "not_an_approver");
    if (request.askedBackAt) throw new DomainError("conflict", "already_asked_back");
    await setAskedBack(inner, ticket.number, ctx.now);
    return { event: { type: "access.asked_back", question: input.question } };
  });
}

export function answerBack(ctx: PersonCtx, target: Target, input: { answer: string }): Promise<Changed> {
  return changeAccess(ctx, "answer_back", target, input, async (inner, { ticket, request, items }) => {
    const me = ctx.actor.personId;
    const concerned = [ticket.reporterId, ticket.filedById, ...items.map(({ personId }) => personId)];
    if (!concerned.includes(me)) throw new DomainError("forbidden", "requester_only");
    if (!request.askedBackAt) throw new DomainError("conflict", "not_asked_back");
    await setAskedBack(inner, ticket.number, null);
    return { event: { type: "access.answered", answer: input.answer } };
  });
}

const setAskedBack = (ctx: PersonCtx, number: number, askedBackAt: Date | null) =>
  ctx.db.update(accessRequests).set({ askedBackAt }).where(eq(accessRequests.ticketNumber, number));
