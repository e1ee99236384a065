import { data } from "@remix-run/node";
import { z } from "zod";
import type { BulkProblem, BulkReply } from "#app/components/queue/bulk-outcome.tsx";
import { type BulkOrder, changeMany, type Pick } from "#app/domain/tickets/bulk.server.ts";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { BULK_INTENTS, BULK_MAX } from "#app/domain/tickets/queue/queue.ts";
import { HOLD_REASONS } from "#app/domain/tickets/ticket.ts";
import { attempt } from "#app/http/attempt.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { commandId, id, instant, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";

const WHY_MAX = 500;
const PICK = /^([1-9]\d{0,8}):(\d{1,9})$/;
const QUICK = /^(take|resume):([1-9]\d{0,8}:\d{1,9})$/;

/** One form for the whole page: `pick`ed rows and an `intent`, or one row's `quick` button. */
const Bulk = z.object({
  commandId,
  intent: z.enum(BULK_INTENTS).optional(),
  quick: z.string().regex(QUICK, "malformed").optional(),
  pick: z.array(z.string().regex(PICK, "malformed")),
  toId: id.optional(),
  holdReason: z.enum(HOLD_REASONS).optional(),
  until: instant.optional(),
  why: line(WHY_MAX).optional(),
  priority: z.enum(PRIORITIES).optional(),
  priorityReason: line(WHY_MAX).optional(),
});
type Bulk = z.infer<typeof Bulk>;

const no = (problem: BulkProblem, status = 422) => data({ problem } satisfies BulkReply, { status });

export async function changePicked(ctx: PageCtx, request: Request) {
  const form = await parseForm(request, Bulk);
  if (form.status === "error") return no("malformed", form.code);
  const { quick, pick } = form.value;
  const [, quickIntent, quickPick] = QUICK.exec(quick ?? "") ?? [];
  const picks = (quickPick ? [quickPick] : pick).map(asPick);
  if (picks.length === 0) return no("nothingPicked");
  if (picks.length > BULK_MAX) return no("tooMany");
  const order = orderOf(
    quickIntent === "take" || quickIntent === "resume" ? { ...form.value, intent: quickIntent } : form.value,
  );
  if (typeof order === "string") return no(order);
  const done = await attempt(changeMany(ctx, picks, order, form.value.commandId));
  return done.ok ? data({ result: done.value } satisfies BulkReply) : no("malformed", done.status);

  function orderOf({ intent, toId, holdReason, until, why, priority, priorityReason }: Bulk): BulkOrder | BulkProblem {
    switch (intent) {
      case "take":
      case "resume":
        return { intent };
      case "assign":
        return toId ? { intent, toId } : "personMissing";
      case "hold":
        if (!holdReason || !why) return "wordsMissing";
        return until && until <= ctx.now ? "untilPast" : { intent, reason: holdReason, until: until ?? null, why };
      case "priority":
        return priority && priorityReason ? { intent, priority, reason: priorityReason } : "wordsMissing";
      case undefined:
        return "malformed";
    }
  }
}

function asPick(text: string): Pick {
  const [number, version] = text.split(":");
  return { number: Number(number), version: Number(version) };
}
