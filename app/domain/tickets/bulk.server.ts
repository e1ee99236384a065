import { createHash } from "node:crypto";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { assignTicket, takeTicket } from "./assignment.server.ts";
import type { Changed, Target } from "./change.server.ts";
import { holdTicket, resumeTicket } from "./holds.server.ts";
import type { Priority } from "./priority.ts";
import { BULK_MAX, type BulkFailure, type BulkResult } from "./queue/queue.ts";
import type { HoldReason } from "./ticket.ts";
import { reclassifyTicket } from "./triage.server.ts";

export type Pick = { number: number; version: number };
export type BulkOrder =
  | { intent: "take" }
  | { intent: "resume" }
  | { intent: "assign"; toId: number }
  | { intent: "hold"; reason: HoldReason; until: Date | null; why: string }
  | { intent: "priority"; priority: Priority; reason: string };

/**
 * The same order for many tickets in one transaction. Each ticket is a savepoint of its own: what cannot be done is
 * told with its number and stops none of the others. Locks are taken in number order, so two people cannot deadlock.
 */
export async function changeMany(
  ctx: PersonCtx,
  picks: readonly Pick[],
  order: BulkOrder,
  commandId?: string,
): Promise<BulkResult> {
  const unique = new Map(picks.map((pick) => [pick.number, pick]));
  if (unique.size === 0) throw new DomainError("invalid", "nothing_picked");
  if (unique.size > BULK_MAX) throw new DomainError("invalid", "too_many_picked", { most: BULK_MAX });
  const done: number[] = [];
  const failed: BulkFailure[] = [];
  for (const { number, version } of [...unique.values()].sort((a, b) => a.number - b.number)) {
    const target = { number, version, commandId: commandId && commandOf(commandId, number, order) };
    try {
      await obey(ctx, target, order);
      done.push(number);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failed.push({ number, reason: error.reason });
    }
  }
  return { intent: order.intent, done, failed };
}

function obey(ctx: PersonCtx, target: Target, order: BulkOrder): Promise<Changed> {
  switch (order.intent) {
    case "take":
      return takeTicket(ctx, target);
    case "resume":
      return resumeTicket(ctx, target);
    case "assign":
      return assignTicket(ctx, target, order.toId);
    case "hold":
      return holdTicket(ctx, target, order);
    case "priority":
      return reclassifyTicket(ctx, target, { priority: order.priority, reason: order.reason });
  }
}

/** One form, many commands: each ticket gets an id of its own that the same form always gives again. */
function commandOf(commandId: string, number: number, order: BulkOrder): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([commandId, number, order]))
    .digest("hex");
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}
