import { eq } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { sites } from "../../directory/schema.server.ts";
import { requireAdmin } from "../../policy/require-admin.ts";
import { judge, readJudgements } from "../../sla/judgement.server.ts";
import {
  choosePolicy,
  type Policy,
  type PolicyReason,
  reasonsFor,
  type Target,
  TICKET_TARGETS,
} from "../../sla/policy.ts";
import { dueIn } from "../../sla/timetable.ts";
import { acrossTheCity } from "../across-the-city.server.ts";
import type { Priority } from "../priority.ts";
import { tickets } from "../schema.server.ts";
import type { TicketKind } from "../ticket.ts";

export type TriedFacts = {
  kind: TicketKind;
  priority: Priority;
  systemId: number;
  siteId: number;
  /** Of a request for access; none for every other ticket. */
  accessRightIds: readonly number[];
};
type TriedLine = {
  policy: Policy;
  reasons: PolicyReason[];
  state: "chosen" | "fits_later" | "fits_not";
};
export type Tried = {
  lines: TriedLine[];
  chosen: Policy | null;
  /** Were it filed now; null where nothing is promised, or not within 400 days. */
  due: { target: Target; promised: boolean; at: Date | null }[];
  /** What is counted from the step before it, in service seconds; null: nothing is promised. */
  then: { target: Target; seconds: number | null }[];
};

/** Where a ticket stands, and no word of it: an admin need not be able to read it. */
export async function findTriedFacts(
  ctx: Ctx,
  number: number,
): Promise<(TriedFacts & { teamId: number | null }) | null> {
  requireAdmin(ctx.actor);
  const { kind, priority, systemId, siteId, teamId, accessRightIds } = tickets;
  const [found] = await acrossTheCity(ctx, ({ db }) =>
    db
      .select({ kind, priority, systemId, siteId, teamId, accessRightIds })
      .from(tickets)
      .where(eq(tickets.number, number)),
  );
  return found ?? null;
}

/** Which of these policies such a ticket gets and why, and when it would be due if it were filed now. */
export async function tryPolicies(
  ctx: Ctx,
  list: readonly Policy[],
  facts: TriedFacts & { teamId?: number | null },
): Promise<Tried> {
  const [site] = await ctx.db.select({ path: sites.path }).from(sites).where(eq(sites.id, facts.siteId));
  const place = { ...facts, siteIds: site?.path ?? [facts.siteId], teamId: facts.teamId ?? null };
  const chosen = choosePolicy(list, place);
  const lines = list.map((policy): TriedLine => {
    const reasons = reasonsFor(policy, place);
    const fits = reasons.every((reason) => reason.fits);
    return { policy, reasons, state: policy === chosen ? "chosen" : fits ? "fits_later" : "fits_not" };
  });
  const judged = await judge(ctx, place, ctx.now);
  const { timetable } = (await readJudgements(ctx, [judged]))(judged);
  const access = facts.accessRightIds.length > 0;
  const fromNow: readonly Target[] = access ? ["approval", "resolution"] : TICKET_TARGETS;
  const after: readonly Target[] = access ? ["grant", "proof"] : [];
  const then = after.map((target) => ({ target, seconds: chosen?.targets[target] ?? null }));
  const due = fromNow.map((target) => {
    const seconds = chosen?.targets[target] ?? null;
    return { target, promised: seconds !== null, at: seconds === null ? null : dueIn(timetable, ctx.now, seconds, []) };
  });
  return { lines, chosen, due, then };
}
