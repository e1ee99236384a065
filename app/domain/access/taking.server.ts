import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { people } from "../directory/schema.server.ts";
import { lockTicket, record } from "../tickets/change.server.ts";
import { openTicketBySystem } from "../tickets/opening.server.ts";
import { titleOf } from "./asking.ts";
import { type Asked, insertItems, putBefore, rightsOf } from "./putting.server.ts";
import { letRead } from "./readers.server.ts";
import type { AskedItem, Cause } from "./request.ts";
import { accessRequests, accessRights, entitlements } from "./schema.server.ts";

export type TakeBack = {
  siteId: number;
  /** In whose name: they are told, and may withdraw it. */
  reporterId: number;
  entitlementIds: readonly number[];
  cause: Exclude<Cause, "asked" | "campaign">;
  why: string;
};

/**
 * Rights to be taken away, of one ward. Whoever has left, and what a ward lead has decided in a review, goes straight to those
 * who revoke; what runs out is put before its approvers, who may renew it instead. null: all of them have ended meanwhile.
 */
export async function takeBack(
  ctx: Ctx,
  { siteId, reporterId, entitlementIds, cause, why }: TakeBack,
): Promise<number | null> {
  const asked = await readHeld(ctx, siteId, entitlementIds);
  const [first] = asked;
  if (!first) return null;
  const words = wordsFor("vi").accessTasks;
  const number = await openTicketBySystem(ctx, {
    ...{ siteId, reporterId, kind: "missing_permission", systemId: first.right.systemId, body: why, answers: {} },
    ...{ title: words.title[cause](titleOf(asked)).slice(0, 200), impact: "one_person", urgency: "today" },
    ...{ peopleWaiting: 0, occurredAt: null, writtenAt: null, fileIds: [] },
    ...{ affectedPersonId: null, affectedName: first.name, affectedPosition: first.item.position || null },
    accessRightIds: rightsOf(asked),
  });
  await ctx.db.insert(accessRequests).values({ ticketNumber: number, tries: why, cause });
  const ticket = await lockTicket(ctx, number);
  if (cause === "expiring") {
    await putBefore(ctx, ticket, asked, 1);
    return number;
  }
  await insertItems(ctx, number, asked, "to_grant");
  const teams = [...new Set(asked.map(({ right }) => right.teamId))];
  await letRead(ctx, number, { teams: teams.flatMap((id) => id ?? []) });
  const teamId = teams.length === 1 ? (teams[0] ?? null) : null;
  await record(ctx, ticket, {
    set: { accessPhase: "grant", teamId, status: teamId === null ? "new" : "assigned" },
    event: { type: "access.ordered", items: asked.length, cause, from: "approval", to: "grant" },
  });
  return number;
}

async function readHeld(ctx: Ctx, siteId: number, ids: readonly number[]): Promise<Asked[]> {
  const rows = await ctx.db
    .select({ held: entitlements, right: accessRights, name: people.fullName })
    .from(entitlements)
    .innerJoin(accessRights, eq(accessRights.id, entitlements.rightId))
    .innerJoin(people, eq(people.id, entitlements.personId))
    .where(and(inArray(entitlements.id, [0, ...ids]), eq(entitlements.siteId, siteId), isNull(entitlements.endedAt)))
    .orderBy(entitlements.id);
  return rows.map(({ held, right, name }) => {
    const { id, rightId, personId, departmentId, position, validUntil } = held;
    // What runs out is not to be taken away before its last day.
    const from = validUntil !== null && validUntil > dateIn(ctx.now) ? validUntil : dateIn(ctx.now);
    const item: AskedItem = {
      ...{ kind: "revoke", rightId, personId, departmentId, position, from, until: null, entitlementId: id },
    };
    return { item, right, name };
  });
}
