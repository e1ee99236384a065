import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { type Person, SYSTEM } from "../policy/actor.ts";
import { listGrants } from "../policy/grants.server.ts";
import { asSystem } from "./as-system.server.ts";
import { luciaFor, sessionIdOf, tokenIn } from "./lucia.server.ts";
import { knownDevices, sessions } from "./schema.server.ts";

export type SignedIn = { actor: Person; sessionId: string };

/** Writing the row on each request would make every page a write. */
const SEEN_EVERY_SECONDS = 60;

/** Who is asking, or null. Grants are read anew each time: a role that ended is gone with the next request. */
export async function readSession(
  db: Db,
  cookieHeader: string | null,
  now: Date,
  options: { touch?: boolean } = {},
): Promise<SignedIn | null> {
  const token = tokenIn(cookieHeader);
  if (!token) return null;
  return inContext(db, SYSTEM, now, async ({ db: tx }) => {
    const lucia = luciaFor(tx);
    const { session } = await lucia.validateSession(token);
    if (!session) return null;
    const sessionId = sessionIdOf(token);
    const [person] = await tx
      .select({ id: people.id, name: people.fullName, lang: people.lang, disabledAt: people.disabledAt })
      .from(people)
      .where(eq(people.id, session.userId));
    if (!person || person.disabledAt) return null;
    if (options.touch !== false) {
      await tx
        .update(sessions)
        .set({ lastSeenAt: sql`now()`, expiresAt: sql`now() + make_interval(secs => ${sessions.idleSeconds})` })
        .where(
          sql`${sessions.id} = ${sessionId} and ${sessions.lastSeenAt} < now() - make_interval(secs => ${SEEN_EVERY_SECONDS})`,
        );
    }
    const grants = await listGrants(tx, person.id, now);
    return { sessionId, actor: { kind: "person", personId: person.id, name: person.name, lang: person.lang, grants } };
  });
}

export type OwnSession = {
  id: string;
  userAgent: string;
  peer: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

export async function listSessions(ctx: PersonCtx): Promise<OwnSession[]> {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      peer: sessions.peer,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, ctx.actor.personId),
        sql`${sessions.expiresAt} > now()`,
        sql`${sessions.absoluteUntil} > now()`,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
  return rows.map((row) => ({ ...row, current: row.id === ctx.sessionId }));
}

export async function revokeSession(ctx: PersonCtx, id: string): Promise<void> {
  const gone = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.personId, ctx.actor.personId)))
    .returning({ id: sessions.id });
  if (gone.length === 0) throw new DomainError("not_found", "session");
}

/** Open streams listen to this; without it they would end only when they are looked at the next time. */
const closeStreams = (ctx: Ctx, personId: number) =>
  ctx.db.execute(sql`select pg_notify('tram_live', ${JSON.stringify({ p: personId })})`);

/** Out everywhere with the next request, and no browser is known any more. Whoever calls has decided that it may be. */
export async function endAllSessions(ctx: Ctx, personId: number): Promise<void> {
  await asSystem(ctx, async ({ db }) => {
    await db.delete(sessions).where(eq(sessions.personId, personId));
    await db.delete(knownDevices).where(eq(knownDevices.personId, personId));
  });
  await closeStreams(ctx, personId);
}

export async function revokeOtherSessions(ctx: PersonCtx): Promise<void> {
  await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.personId, ctx.actor.personId), ne(sessions.id, ctx.sessionId ?? "")));
}

export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await inContext(db, SYSTEM, now, ({ db: tx }) => luciaFor(tx).deleteExpiredSessions());
}
