import { eq } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { claimPerson, type PersonRow } from "../directory/people-admin.server.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import type { PersonTarget } from "../directory/person-details.ts";
import { people } from "../directory/schema.server.ts";
import { findSite, getSiteLabel, type LabelledSite, siteLabel } from "../directory/site-labels.server.ts";
import { giveGrant, refuseTwice, takeGrant } from "./grants-admin.server.ts";
import { type HeldGrant, listHeldBy } from "./grants-held.server.ts";
import { tellRightsChanged } from "./rights-changed.server.ts";
import { grantProblem, type NewGrant } from "./role-sites.ts";
import type { Role } from "./roles.ts";
import { keepAnAdmin } from "./standing-admins.server.ts";

export type Move = {
  toSiteId: number;
  /** The first day at the new place. */
  on: string;
  /** Null: the same as before. */
  position: string | null;
  /** Grants that go on; everything else ends with the day before. */
  keep: readonly number[];
  /** Roles that begin at the new unit. */
  begin: readonly Role[];
};
export type MovePlan = {
  to: LabelledSite;
  on: string;
  /** The last day of what ends. */
  lastDay: string;
  position: string | null;
  ends: HeldGrant[];
  stays: HeldGrant[];
  begins: NewGrant[];
  /** Roles that are held at the new unit already, and go on. */
  already: Role[];
};

/** What a move would do, without doing it: the page shows it before anybody says yes. */
export async function planMove(ctx: Ctx, person: Pick<PersonRow, "id" | "siteId">, move: Move): Promise<MovePlan> {
  const to = await findSite(ctx, move.toSiteId);
  if (!to?.open) throw new DomainError("invalid", "place_unknown");
  if (to.id === person.siteId) throw new DomainError("invalid", "same_place");
  if (move.on < dateIn(ctx.now)) throw new DomainError("invalid", "day_is_over");
  const lasting = (await listHeldBy(ctx, person.id)).filter(({ until }) => until === null || until >= move.on);
  const [stays, ends] = [
    lasting.filter(({ id }) => move.keep.includes(id)),
    lasting.filter(({ id }) => !move.keep.includes(id)),
  ];
  const wanted = move.begin.map((role) => ({
    role,
    siteId: to.unitId ?? to.id,
    teamId: null,
    from: move.on,
    until: null,
  }));
  const unit = to.unitId === null || to.unitId === to.id ? to : await findSite(ctx, to.unitId);
  for (const grant of wanted) {
    const problem = grantProblem(grant, unit);
    if (problem) throw new DomainError("invalid", problem);
  }
  const isHeld = (grant: NewGrant) =>
    stays.some(
      (one) => one.role === grant.role && one.siteId === grant.siteId && one.from <= grant.from && one.until === null,
    );
  const begins = wanted.filter((grant) => !isHeld(grant));
  for (const grant of begins) refuseTwice(grant, stays);
  const already = wanted.filter(isHeld).map(({ role }) => role);
  return { to, on: move.on, lastDay: addDays(move.on, -1), position: move.position, ends, stays, begins, already };
}

/** One change: what ends, what begins, and where the person works from that day on. */
export function movePerson(ctx: Ctx, target: PersonTarget, move: Move): Promise<MovePlan> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    if (person.disabledAt) throw new DomainError("conflict", "person_disabled");
    const plan = await planMove(ctx, person, move);
    for (const held of plan.ends) await takeGrant(ctx, person, held, plan.lastDay);
    for (const grant of plan.begins) await giveGrant(ctx, person, grant);
    if (plan.ends.some(({ role }) => role === "admin")) await keepAnAdmin(ctx);
    const today = move.on === dateIn(ctx.now);
    const position = move.position ?? person.position;
    await ctx.db
      .update(people)
      .set(
        today
          ? { siteId: plan.to.id, position, movesOn: null, nextSiteId: null, nextPosition: null }
          : { movesOn: move.on, nextSiteId: plan.to.id, nextPosition: move.position },
      )
      .where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: today ? "person.moved" : "person.moving",
      object: { id: person.id, name: person.fullName },
      before: { place: await getSiteLabel(ctx, person.siteId), position: person.position },
      after: { place: siteLabel(plan.to), position, on: move.on },
    });
    await tellRightsChanged(ctx, [person.id]);
    return plan;
  });
}

/** The place stays what it is; grants that were ended or begun for the move are changed one by one. */
export function cancelMove(ctx: Ctx, target: PersonTarget): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    if (person.movesOn === null) throw new DomainError("conflict", "no_move_planned");
    await ctx.db
      .update(people)
      .set({ movesOn: null, nextSiteId: null, nextPosition: null })
      .where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: "person.move_cancelled",
      object: { id: person.id, name: person.fullName },
      before: { place: await getSiteLabel(ctx, person.nextSiteId), on: person.movesOn },
    });
  });
}
