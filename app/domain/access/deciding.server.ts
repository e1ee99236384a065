import { eq, inArray } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Changed, Target } from "../tickets/change.server.ts";
import { outcomeOf, placesOf, type Verdict } from "./approval.ts";
import { listApprovers } from "./approvers.server.ts";
import { changeAccess } from "./changing.server.ts";
import { listConflicts } from "./duties.server.ts";
import { moveOf } from "./moving.server.ts";
import { letRead } from "./readers.server.ts";
import {
  type AccessItem,
  type AccessStep,
  accessDecisions,
  accessItems,
  accessRequests,
  accessSteps,
} from "./schema.server.ts";
import { listSteps, openSteps, trackOf } from "./steps.server.ts";

export type Decide = { stepIds: readonly number[]; verdict: Verdict; reason: string };

/**
 * One approver's word on a step, or on several at once: all of them or none. The first that settles a step counts; whoever
 * comes later is told what became of it.
 */
export function decideSteps(ctx: PersonCtx, target: Target, input: Decide): Promise<Changed> {
  return changeAccess(ctx, "decide_access", target, input, async (inner, { ticket, items }) => {
    const { number } = ticket;
    const steps = await listSteps(inner, number);
    const wanted = [...new Set(input.stepIds)].map((stepId) => steps.find(({ id }) => id === stepId));
    const places: (number | null)[] = [];
    for (const step of wanted) {
      if (!step) throw new DomainError("conflict", "request_changed");
      places.push(await decideOne(inner, step, { input, items, steps }));
    }
    const [first] = wanted;
    if (!first) throw new DomainError("invalid", "nothing_chosen");
    await inner.db.update(accessRequests).set({ askedBackAt: null }).where(eq(accessRequests.ticketNumber, number));
    const { move, set } = await moveOf(inner, ticket, items);
    const over = (await listSteps(inner, number)).every((one) => one.state !== "open" && one.state !== "waiting");
    const { verdict, reason } = input;
    return {
      set,
      event: { type: "access.decided", step: first.step + 1, verdict, reason, forId: places[0] ?? null, over, ...move },
    };
  });
}

type Around = { input: Decide; items: readonly AccessItem[]; steps: readonly AccessStep[] };

/** Gives in whose place it was decided. */
async function decideOne(ctx: PersonCtx, step: AccessStep, { input, items, steps }: Around): Promise<number | null> {
  const { verdict, reason } = input;
  const { ticketNumber } = step;
  if (step.state !== "open") throw new DomainError("conflict", `step_${step.state}`);
  const place = await requirePlace(ctx, step, ticketNumber);
  if (verdict === "refused" && reason === "") throw new DomainError("invalid", "reason_missing");
  const own = items.filter(({ track, state }) => track === step.track && state === "asked");
  if (verdict === "approved" && reason === "" && (await goAgainst(ctx, own, items)))
    throw new DomainError("invalid", "conflict_needs_reason");
  const by = { personId: ctx.actor.personId, forId: place.forId, at: ctx.now };
  await ctx.db.insert(accessDecisions).values({ stepId: step.id, ticketNumber, verdict, reason, ...by });
  const state = outcomeOf(step.need, place.count, [...place.verdicts, verdict]);
  if (state !== "open") await settle(ctx, step, state, own, steps);
  return place.forId;
}

/** Whether some of these should not be held together with what else is asked for, or with what the person has. */
async function goAgainst(ctx: Ctx, own: readonly AccessItem[], all: readonly AccessItem[]): Promise<boolean> {
  const conflicts = await listConflicts(
    ctx,
    all.filter(({ state }) => state !== "withdrawn" && state !== "refused"),
  );
  return conflicts.some((one) => own.some((item) => item.personId === one.personId && item.rightId === one.rightId));
}

/** As whom the actor may decide this step now; refused with the reason when as nobody. */
async function requirePlace(ctx: PersonCtx, step: AccessStep, number: number) {
  const { place, reason, ...found } = await findPlace(ctx, step, number);
  if (!place) throw new DomainError(reason === "already_decided" ? "conflict" : "forbidden", reason);
  return { ...found, forId: place.forId };
}

/** As whom this person may decide the step: themselves, or in whose place; or why not. */
export async function findPlace(ctx: PersonCtx, step: AccessStep, number: number) {
  const me = ctx.actor.personId;
  const track = await trackOf(ctx, number, step.track);
  const { people, standIns, named } = await listApprovers(ctx, step, track);
  const decisions = await ctx.db.select().from(accessDecisions).where(eq(accessDecisions.stepId, step.id));
  const decided = decisions.map(({ personId, forId }) => forId ?? personId);
  const mine = decisions.some(({ personId }) => personId === me);
  const [place = null] = mine ? [] : placesOf(me, { approvers: people, standIns, affected: track.affected, decided });
  const reason = mine ? "already_decided" : track.affected.includes(me) ? "not_for_yourself" : "not_an_approver";
  return { place, reason, count: named, verdicts: decisions.map(({ verdict }) => verdict) };
}

async function settle(
  ctx: Ctx,
  step: AccessStep,
  state: Verdict,
  items: readonly AccessItem[],
  steps: readonly AccessStep[],
): Promise<void> {
  await ctx.db.update(accessSteps).set({ state, decidedAt: ctx.now }).where(eq(accessSteps.id, step.id));
  const later = steps.filter((one) => one.track === step.track && one.step > step.step);
  const ids = items.map(({ id }) => id);
  if (state === "refused") {
    await setState(ctx, ids, "refused");
    if (later.length > 0)
      await ctx.db
        .update(accessSteps)
        .set({ state: "overtaken", decidedAt: ctx.now })
        .where(
          inArray(
            accessSteps.id,
            later.map(({ id }) => id),
          ),
        );
  } else if (later.length === 0) {
    await setState(ctx, ids, "to_grant");
    await letRead(ctx, step.ticketNumber, { teams: items.flatMap(({ teamId }) => teamId ?? []) });
  } else await openSteps(ctx, step.ticketNumber);
}

const setState = (ctx: Ctx, ids: readonly number[], state: AccessItem["state"]) =>
  ctx.db
    .update(accessItems)
    .set({ state })
    .where(inArray(accessItems.id, [0, ...ids]));
