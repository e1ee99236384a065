import { eq, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { forgiveHits, giveBackHit, hit } from "#app/db/rate-limit.server.ts";
import { people } from "../directory/schema.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { listGrants } from "../policy/grants.server.ts";
import { idleSeconds, SESSION_PRESETS } from "./limits.ts";
import { luciaFor, newSessionToken, tokenIn } from "./lucia.server.ts";
import { passwordMatches } from "./password.server.ts";
import { credentials } from "./schema.server.ts";
import { readSessionPreset } from "./session-settings.server.ts";

/** `cookieHeader` holds the session that the new one takes the place of, if there is one. */
export type SignInDeps = { db: Db; now: Date; peer: string; userAgent: string; cookieHeader?: string | null };
export type SignInResult =
  | { ok: true; setCookie: string[] }
  | { ok: false; reason: "wrong" | "limited"; retryAfterSeconds?: number };

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT_AND_PEER = 5;
const PER_PEER = 30;
/** NIST SP 800-63B: after this many consecutive failures the password alone opens nothing. */
const FAILURES_UNTIL_LOCKED = 100;

async function startSession(ctx: Ctx, deps: SignInDeps, personId: number): Promise<string[]> {
  const limits = SESSION_PRESETS[await readSessionPreset(ctx)];
  const roles = (await listGrants(ctx.db, personId, deps.now)).map((grant) => grant.role);
  const lucia = luciaFor(ctx.db, {
    idleSeconds: idleSeconds(limits, roles),
    absoluteSeconds: limits.absoluteMinutes * 60,
    userAgent: deps.userAgent,
    peer: deps.peer,
  });
  await endSession(lucia, deps.cookieHeader ?? null);
  const session = await lucia.createSession(personId, {}, { sessionId: newSessionToken() });
  return [lucia.createSessionCookie(session.id).serialize()];
}

async function endSession(lucia: ReturnType<typeof luciaFor>, cookieHeader: string | null): Promise<void> {
  const token = tokenIn(cookieHeader);
  const { session } = token ? await lucia.validateSession(token) : { session: null };
  if (session) await lucia.invalidateSession(session.id);
}

/** Same answer and same work whether the address is unknown, the person disabled or the password wrong. */
export async function signIn(deps: SignInDeps, input: { email: string; password: string }): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  const pair = `login:${email}:${deps.peer}`;
  const byPair = await hit(deps.db, pair, PER_ACCOUNT_AND_PEER, WINDOW_SECONDS);
  const peer = `login:${deps.peer}`;
  const byPeer = await hit(deps.db, peer, PER_PEER, WINDOW_SECONDS);
  const blocked = [byPair, byPeer].find((limit) => !limit.ok);
  if (blocked) return { ok: false, reason: "limited", retryAfterSeconds: blocked.retryAfterSeconds };

  const known = await inContext(deps.db, SYSTEM, deps.now, async ({ db }) => {
    const [row] = await db
      .select({
        id: people.id,
        disabledAt: people.disabledAt,
        hash: credentials.passwordHash,
        failures: credentials.failures,
      })
      .from(people)
      .innerJoin(credentials, eq(credentials.personId, people.id))
      .where(eq(people.email, email));
    return row;
  });
  // Outside any transaction: a hash takes long enough that connections would run out in a storm.
  const matches = await passwordMatches(known?.hash ?? null, input.password);
  const welcome = known && matches && !known.disabledAt && known.failures < FAILURES_UNTIL_LOCKED;
  const setCookie = await inContext(deps.db, SYSTEM, deps.now, async (ctx) => {
    // Waiting for the disk would tell by its milliseconds that the account exists.
    if (!welcome) await ctx.db.execute(sql`set local synchronous_commit = off`);
    const failures = welcome ? sql`0` : sql`${credentials.failures} + 1`;
    await ctx.db
      .update(credentials)
      .set({ failures })
      .where(eq(credentials.personId, known?.id ?? 0));
    return welcome ? startSession(ctx, deps, known.id) : null;
  });
  if (!setCookie) return { ok: false, reason: "wrong" };
  await forgiveHits(deps.db, pair);
  // A whole ward comes in from one address at eight in the morning: only failures add up.
  await giveBackHit(deps.db, peer, WINDOW_SECONDS);
  return { ok: true, setCookie };
}

/** One-tap sign-in of the demo: only people marked as such, who exist only in demo databases. */
export function signInDemo(deps: SignInDeps, personId: number): Promise<SignInResult> {
  return inContext(deps.db, SYSTEM, deps.now, async (ctx) => {
    const [person] = await ctx.db
      .select({ isDemo: people.isDemo, disabledAt: people.disabledAt })
      .from(people)
      .where(eq(people.id, personId));
    if (!person?.isDemo || person.disabledAt) return { ok: false, reason: "wrong" };
    return { ok: true, setCookie: await startSession(ctx, deps, personId) };
  });
}

export function signOut(deps: { db: Db; now: Date }, cookieHeader: string | null): Promise<string[]> {
  return inContext(deps.db, SYSTEM, deps.now, async ({ db }) => {
    const lucia = luciaFor(db);
    await endSession(lucia, cookieHeader);
    return [lucia.createBlankSessionCookie().serialize()];
  });
}
