import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { PersonCtx } from "#app/db/context.server.ts";
import { isUniqueViolation } from "#app/db/unique.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { listWards } from "../directory/catalog.server.ts";
import { people, sites } from "../directory/schema.server.ts";
import type { Actor } from "../policy/actor.ts";
import type { Basis } from "./request.ts";
import { accessRights, entitlements } from "./schema.server.ts";

/** Keep the register of a ward by hand: its lead, its engineers, the duty desk of the city. */
const keepsAt = (actor: Actor, siteId: number): boolean =>
  actor.kind === "person" &&
  actor.grants.some(
    (grant) =>
      (["ward_lead", "engineer"].includes(grant.role) && grant.siteId === siteId) ||
      (grant.role === "coordinator" && (grant.siteKind === "city" || grant.siteId === siteId)),
  );

/** Units whose register this person keeps. */
export async function listKeptWards(ctx: PersonCtx) {
  if (ctx.actor.grants.some(({ role, siteKind }) => role === "coordinator" && siteKind === "city"))
    return listWards(ctx);
  const kept = [...new Set(ctx.actor.grants.flatMap(({ siteId }) => (keepsAt(ctx.actor, siteId) ? siteId : [])))];
  return kept.length === 0 ? [] : listWards(ctx, kept);
}

/** Whether this person keeps the register of any unit. */
export const keepsRegister = ({ actor }: PersonCtx): boolean =>
  actor.grants.some(
    ({ siteId, role, siteKind }) => keepsAt(actor, siteId) || (role === "coordinator" && siteKind === "city"),
  );

export type Recorded = {
  siteId: number;
  personId: number;
  rightId: number;
  /** Where it is empty, the directory's. */
  position: string;
  from: string;
  until: string | null;
  basis: Basis;
  /** Somebody has watched it work: nothing else counts as had. */
  seen: boolean;
};

/** Writes down what somebody has from before, or from elsewhere. */
export async function recordEntitlement(ctx: PersonCtx, input: Recorded): Promise<number> {
  const { siteId, personId, rightId, from, until, basis } = input;
  if (!keepsAt(ctx.actor, siteId)) throw new DomainError("forbidden", "not_yours_to_record");
  if (personId === ctx.actor.personId) throw new DomainError("forbidden", "recorded_for_yourself");
  if (!input.seen) throw new DomainError("invalid", "seen_first");
  if (from > dateIn(ctx.now)) throw new DomainError("invalid", "begins_in_the_future");
  if (until !== null && until < from) throw new DomainError("invalid", "ends_before_it_begins");
  const [person] = await ctx.db
    .select({ name: people.fullName, position: people.position, path: sites.path })
    .from(people)
    .innerJoin(sites, eq(sites.id, people.siteId))
    .where(and(eq(people.id, personId), sql`${sites.path}[2] = ${siteId}`));
  if (!person) throw new DomainError("invalid", "person_not_here");
  const [right] = await ctx.db
    .select({ name: accessRights.name })
    .from(accessRights)
    .where(and(eq(accessRights.id, rightId), isNull(accessRights.retiredAt)));
  if (!right) throw new DomainError("invalid", "right_unknown");
  const departmentId = person.path[2] ?? null;
  const position = input.position || (person.position ?? "");
  const facts = { siteId, departmentId, personId, rightId, position, validFrom: from, validUntil: until, basis };
  const adding = ctx.db.transaction((tx) =>
    tx
      .insert(entitlements)
      .values({ ...facts, recordedById: ctx.actor.personId, provenAt: ctx.now })
      .returning({ id: entitlements.id }),
  );
  const [row] = await adding.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("conflict", "held_already") : error;
  });
  if (!row) throw new Error("entitlements returned no row");
  await recordAudit(ctx, {
    action: "entitlement.recorded",
    object: { id: row.id, name: person.name },
    after: { right: right.name, position, from, until, number: basis.decisionNumber ?? null },
  });
  return row.id;
}

/** What was written down by mistake; what a request has granted is revoked by a request. */
export async function dropRecorded(ctx: PersonCtx, id: number, why: string): Promise<void> {
  const [row] = await ctx.db
    .select({ held: entitlements, right: accessRights.name, name: people.fullName })
    .from(entitlements)
    .innerJoin(accessRights, eq(accessRights.id, entitlements.rightId))
    .innerJoin(people, eq(people.id, entitlements.personId))
    .where(eq(entitlements.id, id))
    .for("update", { of: entitlements });
  if (!row) throw new DomainError("not_found", "entitlement");
  if (!keepsAt(ctx.actor, row.held.siteId)) throw new DomainError("forbidden", "not_yours_to_record");
  if (row.held.itemId !== null || row.held.endedAt !== null) throw new DomainError("conflict", "not_by_hand");
  await ctx.db.update(entitlements).set({ endedAt: ctx.now }).where(eq(entitlements.id, id));
  await recordAudit(ctx, {
    action: "entitlement.dropped",
    object: { id, name: row.name },
    before: { right: row.right },
    after: { why },
  });
}

export const mayDrop = (ctx: PersonCtx, held: { siteId: number; byHand: boolean; ended: boolean }) =>
  held.byHand && !held.ended && keepsAt(ctx.actor, held.siteId);
