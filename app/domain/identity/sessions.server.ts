import { and, desc, eq, ne, sql } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { type Person, SYSTEM } from "../policy/actor.ts";
import { listGrants } from "../policy/grants.server.ts";
import { sweepDevices } from "./known-devices.server.ts";
import { sweepLinks } from "./links.server.ts";
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

export type SessionRow = { id: string; userAgent: string; peer: string; createdAt: Date; lastSeenAt: Date };
export type OwnSession = SessionRow & { current: boolean };

/** Those that still open something. Needs the system, or the person's own ctx. */
export function sessionsOf(ctx: Ctx, personId: number): Promise<SessionRow[]> {
  return ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      peer: sessions.peer,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(eq(sessions.personId, personId), sql`${sessions.expiresAt} > now()`, sql`${sessions.absoluteUntil} > now()`),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
}

export async function listSessions(ctx: PersonCtx): Promise<OwnSession[]> {
  const rows = await sessionsOf(ctx, ctx.actor.personId);
  return rows.map((row) => ({ ...row, current: row.id === ctx.sessionId }));
}

const self = ({ actor }: PersonCtx) => ({ id: actor.personId, name: actor.name });

export async function revokeSession(ctx: PersonCtx, id: string): Promise<void> {
  const [gone] = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.personId, ctx.actor.personId)))
    .returning({ userAgent: sessions.userAgent, peer: sessions.peer });
  if (!gone) throw new DomainError("not_found", "session");
  await closeStreams(ctx, ctx.actor.personId);
  await recordAudit(ctx, { action: "session.revoked", object: self(ctx), before: gone });
}

export async function revokeOtherSessions(ctx: PersonCtx): Promise<void> {
  const ended = await endOtherSessions(ctx);
  await recordAudit(ctx, { action: "session.others_revoked", object: self(ctx), before: { sessions: ended } });
}

export async function endOtherSessions(ctx: PersonCtx): Promise<number> {
  const gone = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.personId, ctx.actor.personId), ne(sessions.id, ctx.sessionId ?? "")))
    .returning({ id: sessions.id });
  await closeStreams(ctx, ctx.actor.personId);
  return gone.length;
}

/** Open streams listen to this; without it they would end only when they are looked at the next time. */
const closeStreams = (ctx: Ctx, personId: number) =>
  ctx.db.execute(sql`select pg_notify('tram_live', ${JSON.stringify({ p: personId })})`);

/** Out everywhere with the next request, and no browser is known any more. Whoever calls has decided that it may be. */
export async function endAllSessions(ctx: Ctx, personId: number): Promise<number> {
  const gone = await asSystem(ctx, async ({ db }) => {
    await db.delete(knownDevices).where(eq(knownDevices.personId, personId));
    return db.delete(sessions).where(eq(sessions.personId, personId)).returning({ id: sessions.id });
  });
  await closeStreams(ctx, personId);
  return gone.length;
}

/** What has run out: sessions, links, browsers. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await inContext(db, SYSTEM, now, async (ctx) => {
    await luciaFor(ctx.db).deleteExpiredSessions();
    await sweepLinks(ctx);
    await sweepDevices(ctx);
  });
}
