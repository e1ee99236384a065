import { and, eq, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { editPerson, refuseTakenAddress } from "../directory/people-admin.server.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import type { PersonDetails, PersonTarget } from "../directory/person-details.ts";
import { people } from "../directory/schema.server.ts";
import { getSiteLabel } from "../directory/site-labels.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { closePerson } from "../policy/departures.server.ts";
import { changeAddress } from "./address.server.ts";
import { invitePerson } from "./invitation.server.ts";
import { endAllLinks } from "./links.server.ts";
import { endAllSessions } from "./sessions.server.ts";

/** Out with the next request, open pages within seconds, and nothing that was mailed before opens anything. */
export function disablePerson(ctx: Ctx, target: PersonTarget, reason: string): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    await closePerson(ctx, target, reason);
    await endAllSessions(ctx, target.personId);
    await asSystem(ctx, (system) => endAllLinks(system, target.personId));
  });
}

/**
 * Details by the form, the address by the way that tells both mailboxes. Who has not come in yet is invited anew: the
 * letter to the old address opens nothing any more.
 */
export function editPersonAndAddress(ctx: Ctx, target: PersonTarget, details: PersonDetails): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const { email, ...rest } = details;
    const before = await editPerson(ctx, target, rest);
    if (email === before.email) return;
    await refuseTakenAddress(ctx, email);
    await changeAddress(ctx, target.personId, email);
    if (before.invitedAt && !before.joinedAt) await invitePerson(ctx, target.personId);
  });
}

const AT_ONCE = 200;

/** Moves whose day has come, and accounts of people whose last day is over. Safe to run twice and at once. */
export function settleDuePeople(db: Db, now: Date): Promise<number> {
  return inContext(db, SYSTEM, now, (bare) =>
    peopleWork(bare, async (ctx) => (await settleMoves(ctx)) + (await settleDepartures(ctx))),
  );
}

async function settleMoves(ctx: Ctx): Promise<number> {
  const due = await ctx.db
    .select()
    .from(people)
    .where(and(lte(people.movesOn, dateIn(ctx.now)), isNotNull(people.nextSiteId)))
    .limit(AT_ONCE);
  for (const person of due) {
    const position = person.nextPosition ?? person.position;
    await ctx.db
      .update(people)
      .set({ siteId: person.nextSiteId, position, movesOn: null, nextSiteId: null, nextPosition: null })
      .where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: "person.moved",
      object: { id: person.id, name: person.fullName },
      before: { place: await getSiteLabel(ctx, person.siteId), position: person.position },
      after: { place: await getSiteLabel(ctx, person.nextSiteId), position, on: person.movesOn },
    });
  }
  return due.length;
}

async function settleDepartures(ctx: Ctx): Promise<number> {
  const due = await ctx.db
    .select({
      personId: people.id,
      version: people.version,
      reason: sql<string>`coalesce(${people.disabledReason}, '')`,
    })
    .from(people)
    .where(and(lt(people.leavesOn, dateIn(ctx.now)), isNull(people.disabledAt)))
    .limit(AT_ONCE);
  let closed = 0;
  for (const { reason, ...target } of due) {
    const done = await disablePerson(ctx, target, reason).then(() => true, stillNeeded);
    if (done) closed++;
  }
  return closed;
}

/** Whoever would be the last admin by now stays until there is another; the rest of the day's work goes on. */
function stillNeeded(error: unknown): false {
  if (error instanceof DomainError && error.reason === "last_admin") return false;
  throw error;
}
