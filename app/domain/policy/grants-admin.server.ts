import { eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { claimPerson, type PersonRow } from "../directory/people-admin.server.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import type { PersonTarget } from "../directory/person-details.ts";
import { teams } from "../directory/schema.server.ts";
import { findSite } from "../directory/site-labels.server.ts";
import { grantFacts, type HeldGrant, listHeld, listHeldBy } from "./grants-held.server.ts";
import { tellRightsChanged } from "./rights-changed.server.ts";
import { grantProblem, type NewGrant, overlaps } from "./role-sites.ts";
import { grants } from "./schema.server.ts";
import { keepAnAdmin } from "./standing-admins.server.ts";

/** Gives a role at a place, from a day until a day. */
export function addGrant(ctx: Ctx, target: PersonTarget, grant: NewGrant): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    await giveGrant(ctx, person, grant);
    await tellRightsChanged(ctx, [person.id]);
  });
}

/** `lastDay` null: over with the next request. */
export function endGrant(
  ctx: Ctx,
  target: PersonTarget,
  { grantId, lastDay }: { grantId: number; lastDay: string | null },
): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    const held = await heldGrant(ctx, person.id, grantId);
    await takeGrant(ctx, person, held, lastDay ?? addDays(dateIn(ctx.now), -1));
    if (held.role === "admin") await keepAnAdmin(ctx);
    await tellRightsChanged(ctx, [person.id]);
  });
}

/** What was to end goes on, or ends on another day than was said. */
export function prolongGrant(
  ctx: Ctx,
  target: PersonTarget,
  { grantId, lastDay }: { grantId: number; lastDay: string | null },
): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    const held = await heldGrant(ctx, person.id, grantId);
    const today = dateIn(ctx.now);
    if (held.until === null || held.until < today) throw new DomainError("conflict", "grant_is_over");
    if (lastDay !== null && lastDay <= held.until) throw new DomainError("invalid", "not_longer");
    const next = { ...held, until: lastDay };
    refuseTwice(next, await listHeldBy(ctx, person.id), held.id);
    await setLastDay(ctx, person, held, lastDay, "grant.prolonged");
    await tellRightsChanged(ctx, [person.id]);
  });
}

async function heldGrant(ctx: Ctx, personId: number, grantId: number): Promise<HeldGrant> {
  const [held] = await listHeld(ctx, sql`g.id = ${grantId} and g.person_id = ${personId}`);
  if (!held) throw new DomainError("not_found", "grant");
  return held;
}

/** The same role at the same place cannot be held twice at a time. */
export function refuseTwice(grant: NewGrant, held: readonly HeldGrant[], exceptId?: number): void {
  const twin = held.find(
    (other) =>
      other.id !== exceptId &&
      other.role === grant.role &&
      other.siteId === grant.siteId &&
      other.teamId === grant.teamId &&
      overlaps(other, grant),
  );
  if (twin) throw new DomainError("conflict", "grant_overlaps", { from: twin.from, until: twin.until });
}

/** Part of a change that has claimed the person already. */
export async function giveGrant(ctx: Ctx, person: Pick<PersonRow, "id" | "fullName" | "disabledAt">, grant: NewGrant) {
  if (person.disabledAt) throw new DomainError("conflict", "person_disabled");
  const site = await findSite(ctx, grant.siteId);
  const problem = grantProblem(grant, site);
  if (problem || !site) throw new DomainError("invalid", problem ?? "place_unknown");
  if (grant.until !== null && grant.until < dateIn(ctx.now)) throw new DomainError("invalid", "ends_in_the_past");
  const teamName = grant.teamId === null ? null : await teamNameOf(ctx, grant.teamId);
  refuseTwice(grant, await listHeldBy(ctx, person.id));
  await ctx.db.insert(grants).values({
    personId: person.id,
    role: grant.role,
    siteId: grant.siteId,
    teamId: grant.teamId,
    validFrom: grant.from,
    validUntil: grant.until,
  });
  await recordAudit(ctx, {
    action: "grant.added",
    object: { id: person.id, name: person.fullName },
    after: grantFacts({ ...grant, site, teamName, teamNameEn: null }),
  });
}

async function teamNameOf(ctx: Ctx, teamId: number): Promise<string> {
  const [team] = await ctx.db.select({ name: teams.name }).from(teams).where(eq(teams.id, teamId));
  if (!team) throw new DomainError("invalid", "team_unknown");
  return team.name;
}

/** Part of a change that has claimed the person already. What would have no day at all is taken back. */
export async function takeGrant(
  ctx: Ctx,
  person: Pick<PersonRow, "id" | "fullName">,
  held: HeldGrant,
  lastDay: string,
) {
  const yesterday = addDays(dateIn(ctx.now), -1);
  if (lastDay < yesterday) throw new DomainError("invalid", "ends_in_the_past");
  if (held.until !== null && held.until <= lastDay)
    throw new DomainError("conflict", "ends_sooner", { until: held.until });
  if (lastDay >= held.from) return setLastDay(ctx, person, held, lastDay, "grant.ended");
  await ctx.db.delete(grants).where(eq(grants.id, held.id));
  await recordAudit(ctx, {
    action: "grant.taken_back",
    object: { id: person.id, name: person.fullName },
    before: grantFacts(held),
  });
}

async function setLastDay(
  ctx: Ctx,
  person: Pick<PersonRow, "id" | "fullName">,
  held: HeldGrant,
  lastDay: string | null,
  action: "grant.ended" | "grant.prolonged",
): Promise<void> {
  await ctx.db.update(grants).set({ validUntil: lastDay }).where(eq(grants.id, held.id));
  await recordAudit(ctx, {
    action,
    object: { id: person.id, name: person.fullName },
    before: grantFacts(held),
    after: grantFacts({ ...held, until: lastDay }),
  });
}
