import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Outcome } from "../tickets/change.server.ts";
import type { AccessStanding } from "../tickets/events.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import type { AccessItem } from "./schema.server.ts";
import { phaseOf, standingOf } from "./standing.ts";
import { listItems } from "./steps.server.ts";

export type Move = { from: AccessStanding; to: AccessStanding };
type Set = NonNullable<Outcome["set"]>;

const FREE = { holdReason: null, holdUntil: null, remindAt: null } as const;

/** From where to where the items have brought the request, and what its ticket becomes by that. */
export async function moveOf(
  ctx: Ctx,
  ticket: Ticket,
  before: readonly AccessItem[],
): Promise<{ move: Move; set: Set; items: AccessItem[] }> {
  const items = await listItems(ctx, ticket.number);
  const [from, to] = [before, items].map((list) => standingOf(list.map(({ state }) => state)));
  if (!from || !to) throw new DomainError("not_found", "request");
  const move = { from, to };
  return { move, set: from === to ? {} : { accessPhase: phaseOf(to), ...becomes(ctx, ticket, items, to) }, items };
}

function becomes({ actor, now }: Ctx, ticket: Ticket, items: readonly AccessItem[], to: AccessStanding): Set {
  const me = actor.kind === "person" ? actor.personId : null;
  const resolvedAt = { resolvedAt: now, firstResolvedAt: ticket.firstResolvedAt ?? now };
  const done = items.findLast((item) => item.done)?.done ?? "";
  const resolution = { code: "granted" as const, cause: "", done };
  switch (to) {
    case "approval":
      return { ...FREE, status: "on_hold", holdReason: "approval" };
    case "waits":
      return { ...FREE, status: "on_hold", holdReason: "reporter", remindAt: now, assigneeId: ticket.assigneeId ?? me };
    case "grant":
      return { ...FREE, ...withTeam(items, ticket.assigneeId), resolvedAt: null, closedAt: null };
    case "proof":
      return { ...FREE, ...resolvedAt, resolution, status: "resolved", assigneeId: ticket.assigneeId ?? me };
    case "closed":
      return { ...FREE, ...(ticket.resolvedAt ? {} : { ...resolvedAt, resolution }), status: "closed", closedAt: now };
    case "cancelled":
      return { ...FREE, status: "cancelled", closedAt: now };
  }
}

/** With the one team that grants what is left, or with the engineers of the ward. */
function withTeam(items: readonly AccessItem[], assigneeId: number | null): Set {
  const teams = [...new Set(items.filter(({ state }) => state === "to_grant").map(({ teamId }) => teamId))];
  const teamId = teams.length === 1 ? (teams[0] ?? null) : null;
  if (assigneeId !== null) return { teamId, status: "in_progress" };
  return { teamId, status: teamId === null ? "new" : "assigned" };
}
