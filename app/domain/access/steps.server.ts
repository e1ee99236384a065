import { and, asc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { tickets } from "../tickets/schema.server.ts";
import { listApprovers, type Track } from "./approvers.server.ts";
import { letRead } from "./readers.server.ts";
import {
  type AccessItem,
  type AccessStep,
  accessItems,
  accessRequests,
  accessRights,
  accessSteps,
} from "./schema.server.ts";

/** The steps of the round that holds, in order. */
export async function listSteps(ctx: Ctx, number: number): Promise<AccessStep[]> {
  const rows = await ctx.db
    .select({ step: accessSteps })
    .from(accessSteps)
    .innerJoin(
      accessRequests,
      and(eq(accessRequests.ticketNumber, accessSteps.ticketNumber), eq(accessRequests.round, accessSteps.round)),
    )
    .where(eq(accessSteps.ticketNumber, number))
    .orderBy(asc(accessSteps.track), asc(accessSteps.step));
  return rows.map(({ step }) => step);
}

/** What is asked for now: without what an earlier round withdrew. */
export const listItems = (ctx: Ctx, number: number): Promise<AccessItem[]> =>
  ctx.db.select().from(accessItems).where(eq(accessItems.ticketNumber, number)).orderBy(asc(accessItems.id));

/** Whom a track is about, for those who may decide it. */
export async function trackOf(ctx: Ctx, number: number, track: number): Promise<Track> {
  const rows = await ctx.db
    .select({ item: accessItems, systemId: accessRights.systemId, wardId: tickets.siteId })
    .from(accessItems)
    .innerJoin(accessRights, eq(accessRights.id, accessItems.rightId))
    .innerJoin(tickets, eq(tickets.number, accessItems.ticketNumber))
    .where(
      and(
        eq(accessItems.ticketNumber, number),
        eq(accessItems.track, track),
        inArray(accessItems.state, ["asked", "to_grant", "refused"]),
      ),
    );
  return {
    wardId: rows[0]?.wardId ?? 0,
    systemIds: [...new Set(rows.map(({ systemId }) => systemId))],
    departmentIds: [...new Set(rows.flatMap(({ item }) => item.departmentId ?? []))],
    affected: [...new Set(rows.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId))],
  };
}

/** Opens the first waiting step of each track that has none open, and lets its approvers read what they are asked. */
export async function openSteps(ctx: Ctx, number: number): Promise<void> {
  const steps = await listSteps(ctx, number);
  for (const of of Map.groupBy(steps, ({ track }) => track).values()) {
    const next = of.find(({ state }) => state !== "approved");
    if (next?.state !== "waiting") continue;
    await ctx.db.update(accessSteps).set({ state: "open", openedAt: ctx.now }).where(eq(accessSteps.id, next.id));
    const { people, standIns } = await listApprovers(ctx, next, await trackOf(ctx, number, next.track));
    await letRead(ctx, number, { approvers: [...people, ...standIns.map(({ toId }) => toId)] });
  }
}

/** Nothing is left to decide where everything of a track was withdrawn. */
export async function dropEmptyTracks(ctx: Ctx, number: number): Promise<void> {
  const [steps, items] = [await listSteps(ctx, number), await listItems(ctx, number)];
  const empty = steps.filter(
    ({ state, track }) =>
      (state === "open" || state === "waiting") &&
      !items.some((item) => item.track === track && item.state === "asked"),
  );
  if (empty.length === 0) return;
  await ctx.db
    .update(accessSteps)
    .set({ state: "overtaken", decidedAt: ctx.now })
    .where(
      inArray(
        accessSteps.id,
        empty.map(({ id }) => id),
      ),
    );
}
