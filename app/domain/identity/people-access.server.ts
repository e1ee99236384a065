import { and, eq, gte, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { beginPeopleWork } from "../directory/people-work.server.ts";
import type { PersonTarget } from "../directory/person-details.ts";
import { people } from "../directory/schema.server.ts";
import { getSiteLabel } from "../directory/site-labels.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { closePerson } from "../policy/departures.server.ts";
import { asSystem } from "./as-system.server.ts";
import { endAllLinks } from "./links.server.ts";
import { credentials } from "./schema.server.ts";
import { endAllSessions } from "./sessions.server.ts";
import { FAILURES_UNTIL_LOCKED } from "./sign-in.server.ts";

/** Out with the next request, open pages within seconds, and nothing that was mailed before opens anything. */
export async function disablePerson(ctx: Ctx, target: PersonTarget, reason: string): Promise<void> {
  await closePerson(ctx, target, reason);
  await endAllSessions(ctx, target.personId);
  await asSystem(ctx, (system) => endAllLinks(system, target.personId));
}

/** Signed out everywhere now; the password still opens the account. */
export async function lockOut(ctx: Ctx, personId: number): Promise<void> {
  await beginPeopleWork(ctx);
  const person = await nameOf(ctx, personId);
  await endAllSessions(ctx, personId);
  await recordAudit(ctx, { action: "session.ended_all", object: { id: personId, name: person } });
}

/** Whether wrong passwords have closed the account. */
export function isLocked(ctx: Ctx, personId: number): Promise<boolean> {
  return asSystem(ctx, async ({ db }) => {
    const [row] = await db
      .select({ personId: credentials.personId })
      .from(credentials)
      .where(and(eq(credentials.personId, personId), gte(credentials.failures, FAILURES_UNTIL_LOCKED)));
    return row !== undefined;
  });
}

/** After too many wrong passwords. */
export async function unlockPerson(ctx: Ctx, personId: number): Promise<void> {
  await beginPeopleWork(ctx);
  const person = await nameOf(ctx, personId);
  await asSystem(ctx, ({ db }) =>
    db.update(credentials).set({ failures: 0 }).where(eq(credentials.personId, personId)),
  );
  await recordAudit(ctx, { action: "account.unlocked", object: { id: personId, name: person } });
}

async function nameOf(ctx: Ctx, personId: number): Promise<string> {
  const [person] = await ctx.db.select({ name: people.fullName }).from(people).where(eq(people.id, personId));
  if (!person) throw new DomainError("not_found", "person");
  return person.name;
}

const AT_ONCE = 50;

/** Moves whose day has come, and accounts of people whose last day is over. Safe to run twice and at once. */
export function settleDuePeople(db: Db, now: Date): Promise<number> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    await beginPeopleWork(ctx);
    return (await settleMoves(ctx)) + (await settleDepartures(ctx));
  });
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
  for (const { reason, ...target } of due) await disablePerson(ctx, target, reason);
  return due.length;
}
