import { z } from "zod";
import type { DoingName } from "#app/components/ticket/doing-names.ts";
import { assignTicket, releaseTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import type { Target } from "#app/domain/tickets/change.server.ts";
import { markDuplicate, unmarkDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { followTicket, unfollowTicket } from "#app/domain/tickets/followers.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { linkTickets, unlinkTickets } from "#app/domain/tickets/links.server.ts";
import { followUpTicket } from "#app/domain/tickets/opening.server.ts";
import { cancelTicket, confirmTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { handBackTicket, handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { HOLD_REASONS, LINKS_BY_HAND, RESOLUTIONS_BY_HAND } from "#app/domain/tickets/ticket.ts";
import { getTicketForm } from "#app/domain/tickets/ticket-form.server.ts";
import { moveTicket, reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { undoLastChange } from "#app/domain/tickets/undo.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { id, instant } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { Press, words } from "#app/routes/ticket-press.server.ts";
import { changedIn, Reclassification } from "#app/routes/ticket-reclassification.server.ts";

const ticketNumber = z
  .string()
  .transform((text) => text.replace(/[\s#]/g, ""))
  .pipe(id);

function doing<S extends typeof Press>(
  schema: S,
  run: (ctx: PageCtx, target: Target, value: z.infer<S>) => Promise<{ number: number }>,
) {
  return async (ctx: PageCtx, number: number, request: Request, inTurn = true) => {
    const form = await parseForm(request, schema);
    const reply = (extra?: { formErrors?: string[] }) => form.reply(extra);
    if (form.status === "error") return { ok: false, status: form.code, reply: reply(), since: null } as const;
    const { value } = form;
    const { version, commandId } = value;
    const done = await attempt(inTurn ? run(ctx, { number, version, commandId }, value) : tooMany());
    if (done.ok) return done;
    const since = done.reason === "ticket_changed" ? Number(done.detail.since) : null;
    const formErrors = since === null ? [done.reason] : [];
    return { ok: false, status: done.status, reply: reply({ formErrors }), since } as const;
  };
}

/** The page's own ticket was seen, so what is missing is the other one: a mistyped number, not a missing page. */
function otherUnknown(error: unknown): never {
  const missing = error instanceof DomainError && error.refusal === "not_found";
  throw missing ? new DomainError("invalid", "link_target_unknown") : error;
}

async function tooMany(): Promise<never> {
  throw new DomainError("limited", "limited_writing");
}

/** Everything that can be done to a ticket besides talking: what its form holds, and the verb behind it. */
export const DOINGS: Record<DoingName, ReturnType<typeof doing>> = {
  take: doing(Press, takeTicket),
  release: doing(Press, releaseTicket),
  resume: doing(Press, resumeTicket),
  confirm: doing(Press, confirmTicket),
  undo: doing(Press, undoLastChange),
  follow: doing(Press, (ctx, target) => followTicket(ctx, target.number).then(() => target)),
  unfollow: doing(Press, (ctx, target) => unfollowTicket(ctx, target.number).then(() => target)),
  assign: doing(Press.extend({ assigneeId: id }), (ctx, target, { assigneeId }) =>
    assignTicket(ctx, target, assigneeId),
  ),
  "hand-over": doing(Press.extend({ teamId: id, tried: words }), (ctx, target, { teamId, tried }) =>
    handOverTicket(ctx, target, { teamId, tried }),
  ),
  "hand-back": doing(Press.extend({ tried: words }), (ctx, target, { tried }) =>
    handBackTicket(ctx, target, { tried }),
  ),
  hold: doing(
    Press.extend({ reason: z.enum(HOLD_REASONS), until: instant.optional(), why: words }),
    (ctx, target, { reason, until, why }) => holdTicket(ctx, target, { reason, until: until ?? null, why }),
  ),
  resolve: doing(
    Press.extend({ code: z.enum(RESOLUTIONS_BY_HAND), cause: words, done: words }),
    (ctx, target, { code, cause, done }) => resolveTicket(ctx, target, { code, cause, done }),
  ),
  reopen: doing(Press.extend({ stillFails: words }), (ctx, target, { stillFails }) =>
    reopenTicket(ctx, target, { stillFails }),
  ),
  "follow-up": doing(Press.extend({ stillFails: words }), (ctx, target, { stillFails }) =>
    followUpTicket(ctx, target, { stillFails }),
  ),
  cancel: doing(Press.extend({ reason: words }), (ctx, target, { reason }) => cancelTicket(ctx, target, { reason })),
  reclassify: doing(Reclassification, (ctx, target, form) => reclassifyTicket(ctx, target, changedIn(form))),
  move: doing(Press.extend({ toSiteId: id, reason: words }), (ctx, target, { toSiteId, reason }) =>
    moveTicket(ctx, target, { toSiteId, reason }),
  ),
  link: doing(
    Press.extend({ to: ticketNumber, kind: z.enum(LINKS_BY_HAND) }),
    async (ctx, { number }, { to, kind }) => {
      await getTicketForm(ctx, number, null);
      await linkTickets(ctx, { number, to, kind }).catch(otherUnknown);
      return { number };
    },
  ),
  "mark-duplicate": doing(
    Press.extend({ of: ticketNumber, stay: id.optional() }),
    async (ctx, target, { of, stay }) => {
      const marked = await markDuplicate(ctx, target, of);
      return { number: stay === marked.of ? marked.of : target.number };
    },
  ),
  "unmark-duplicate": doing(Press, unmarkDuplicate),
  unlink: doing(Press.extend({ to: ticketNumber }), (ctx, target, { to }) =>
    unlinkTickets(ctx, { number: target.number, to }).then(() => target),
  ),
};
