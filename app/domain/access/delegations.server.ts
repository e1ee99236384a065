import { and, asc, desc, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { requireAdministering } from "../directory/requires-admin.server.ts";
import { people, sites } from "../directory/schema.server.ts";
import { accessDelegations } from "./schema.server.ts";

export type Delegate = {
  /** Of somebody who is away and cannot do it themselves, by an admin; the actor when left out. */
  fromId?: number;
  toId: number;
  from: string;
  until: string;
  why: string;
};
const MOST = 20;
const LONGEST_DAYS = 366;

/** From a day until a day somebody else decides in one's place; oneself may still decide too. */
export async function delegate(ctx: PersonCtx, { fromId, toId, from, until, why }: Delegate): Promise<void> {
  const giver = await requireGiver(ctx, fromId);
  const me = giver.id;
  if (toId === me) throw new DomainError("invalid", "delegate_to_another");
  if (until < from) throw new DomainError("invalid", "ends_before_it_begins");
  if (until < dateIn(ctx.now)) throw new DomainError("invalid", "ends_in_the_past");
  if (until > addDays(from, LONGEST_DAYS)) throw new DomainError("invalid", "too_long_away");
  const [to] = await ctx.db
    .select({ name: people.fullName })
    .from(people)
    .where(and(eq(people.id, toId), isNull(people.disabledAt)));
  if (!to) throw new DomainError("invalid", "person_unknown");
  // The rows of both, so that two who delegate to each other at once come one after the other.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('delegations', 0))`);
  const live = await listLive(ctx, [me, toId]);
  const overlaps = live.filter(({ validFrom, validUntil }) => validFrom <= until && validUntil >= from);
  if (overlaps.some((one) => one.fromId === toId && one.toId === me))
    throw new DomainError("conflict", "delegated_to_you");
  if (overlaps.some((one) => one.fromId === me && one.toId === toId))
    throw new DomainError("conflict", "delegated_already");
  if (live.filter((one) => one.fromId === me).length >= MOST) throw new DomainError("limited", "too_many_delegations");
  await ctx.db.insert(accessDelegations).values({
    ...{ fromId: me, toId, validFrom: from, validUntil: until, why },
    ...{ madeById: me, madeAt: ctx.now },
  });
  await recordAudit(ctx, {
    action: "delegation.made",
    object: giver,
    after: { person: to.name, from, until, why },
  });
}

/** Over from now on. What was decided by it stays. */
export async function endDelegation(ctx: PersonCtx, id: number, fromId?: number): Promise<void> {
  const giver = await requireGiver(ctx, fromId);
  const mine = and(eq(accessDelegations.id, id), eq(accessDelegations.fromId, giver.id));
  const [ended] = await ctx.db
    .update(accessDelegations)
    .set({ endedAt: ctx.now })
    .where(and(mine, isNull(accessDelegations.endedAt)))
    .returning();
  if (!ended) throw new DomainError("conflict", "delegation_over");
  await recordAudit(ctx, {
    action: "delegation.ended",
    object: giver,
    before: { from: ended.validFrom, until: ended.validUntil },
  });
}

/** Whose decisions are left to somebody: one's own, or, for an admin, anybody's. */
async function requireGiver(ctx: PersonCtx, fromId: number | undefined): Promise<{ id: number; name: string }> {
  if (fromId === undefined || fromId === ctx.actor.personId) return { id: ctx.actor.personId, name: ctx.actor.name };
  await requireAdministering(ctx);
  const [person] = await ctx.db.select({ name: people.fullName }).from(people).where(eq(people.id, fromId));
  if (!person) throw new DomainError("not_found", "person");
  return { id: fromId, name: person.name };
}

const listLive = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .select()
    .from(accessDelegations)
    .where(
      and(
        isNull(accessDelegations.endedAt),
        gte(accessDelegations.validUntil, dateIn(ctx.now)),
        or(inArray(accessDelegations.fromId, [...ids]), inArray(accessDelegations.toId, [...ids])),
      ),
    )
    .limit(200);

const giver = alias(people, "giver");
const taker = alias(people, "taker");

/** What this person left to others and was left by others, and to whom they could leave it. */
export async function getDelegationsPage(ctx: PersonCtx, fromId?: number) {
  const { id: me, name } = await requireGiver(ctx, fromId);
  const rows = await ctx.db
    .select({ delegation: accessDelegations, from: giver.fullName, to: taker.fullName })
    .from(accessDelegations)
    .innerJoin(giver, eq(giver.id, accessDelegations.fromId))
    .innerJoin(taker, eq(taker.id, accessDelegations.toId))
    .where(or(eq(accessDelegations.fromId, me), eq(accessDelegations.toId, me)))
    .orderBy(desc(accessDelegations.validFrom), desc(accessDelegations.id))
    .limit(50);
  const today = dateIn(ctx.now);
  return {
    today,
    /** Set where an admin looks at somebody else's. */
    of: me === ctx.actor.personId ? null : { id: me, name },
    rows: rows.map(({ delegation: { id, fromId, validFrom, validUntil, why, endedAt }, from, to }) => ({
      ...{ id, from, to, validFrom, validUntil, why, mine: fromId === me },
      over: endedAt !== null || validUntil < today,
    })),
    colleagues: await listOfPlace(ctx, me),
  };
}
export type DelegationsPage = Awaited<ReturnType<typeof getDelegationsPage>>;

/** Those of the same unit: the ward with its rooms, or the city's own people. */
async function listOfPlace(ctx: PersonCtx, personId: number) {
  const [mine] = await ctx.db
    .select({ path: sites.path })
    .from(people)
    .innerJoin(sites, eq(sites.id, people.siteId))
    .where(eq(people.id, personId));
  const unit = mine?.path[1] ?? mine?.path[0];
  if (unit === undefined) return [];
  return ctx.db
    .select({ id: people.id, fullName: people.fullName, position: people.position })
    .from(people)
    .innerJoin(sites, eq(sites.id, people.siteId))
    .where(
      and(
        mine?.path[1] === undefined ? eq(sites.id, unit) : sql`${sites.path}[2] = ${unit}`,
        ne(people.id, personId),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.fullName), asc(people.id))
    .limit(300);
}
