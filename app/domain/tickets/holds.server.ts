import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { NOT_HELD } from "./assignment.server.ts";
import { type Changed, changeTicket, type Outcome, type Target } from "./change.server.ts";
import type { Ticket } from "./schema.server.ts";
import type { HoldReason } from "./ticket.ts";

export async function holdTicket(
  ctx: PersonCtx,
  target: Target,
  input: { reason: HoldReason; until: Date | null; why: string },
): Promise<Changed> {
  if (input.until && input.until <= ctx.now) throw new DomainError("invalid", "until_in_the_past");
  return changeTicket(ctx, "hold", target, input, (ticket) => ({
    set: {
      status: "on_hold",
      holdReason: input.reason,
      holdUntil: input.until,
      // The job looks at once, and finds out when the first reminder is due.
      remindAt: input.reason === "reporter" ? ctx.now : null,
      assigneeId: ticket.assigneeId ?? ctx.actor.personId,
    },
    event: { type: "ticket.held", reason: input.reason, until: input.until?.toISOString() ?? null, why: input.why },
  }));
}

export function resumeTicket(ctx: PersonCtx, target: Target): Promise<Changed> {
  return changeTicket(ctx, "resume", target, null, goOn);
}

/** Back to whoever had it. */
export const goOn = ({ assigneeId }: Ticket): Outcome => ({
  set: { status: assigneeId === null ? "assigned" : "in_progress", ...NOT_HELD },
  event: { type: "ticket.resumed" },
});
