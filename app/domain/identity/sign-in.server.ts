import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { forgiveHits, giveBackHit, hit } from "#app/db/rate-limit.server.ts";
import { networkOf } from "#app/lib/network.ts";
import { people } from "../directory/schema.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { FAILURES_UNTIL_LOCKED } from "../policy/lock-out.ts";
import { countWrongPassword, findKnownDevice, type KnownDevice, rememberDevice } from "./known-devices.server.ts";
import { luciaFor } from "./lucia.server.ts";
import { passwordMatches } from "./password.server.ts";
import { credentials } from "./schema.server.ts";
import { endSession, startSession, type Visitor } from "./session-start.server.ts";

export type SignInResult =
  | { ok: true; setCookie: string[] }
  | { ok: false; reason: "wrong" | "limited"; retryAfterSeconds?: number };

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT_AND_PEER = 5;
const PER_PEER = 30;

/** Counts the try. A known browser has a count of its own: what others try, from wherever, does not keep it out. */
async function countTry({ db, peer }: Visitor, email: string, device: KnownDevice | null) {
  const network = networkOf(peer);
  const pair = device ? `login:${email}:${device.tokenHash.toString("hex")}` : `login:${email}:${network}`;
  const everybody = `login:${network}`;
  const limits = [await hit(db, pair, PER_ACCOUNT_AND_PEER, WINDOW_SECONDS)];
  if (!device) limits.push(await hit(db, everybody, PER_PEER, WINDOW_SECONDS));
  return {
    blocked: limits.find((limit) => !limit.ok),
    async forgive() {
      await forgiveHits(db, pair);
      // A whole ward comes in from one address at eight in the morning: only failures add up.
      if (!device) await giveBackHit(db, everybody, WINDOW_SECONDS);
    },
  };
}

/** Same answer and same work whether the address is unknown, the person disabled or the password wrong. */
export async function signIn(visitor: Visitor, input: { email: string; password: string }): Promise<SignInResult> {
  const { db, now, cookieHeader } = visitor;
  const email = input.email.trim().toLowerCase();
  const device = await inContext(db, SYSTEM, now, (ctx) => findKnownDevice(ctx, email, cookieHeader));
  const { blocked, forgive } = await countTry(visitor, email, device);
  if (blocked) return { ok: false, reason: "limited", retryAfterSeconds: blocked.retryAfterSeconds };

  const known = await findAccount(visitor, email);
  // Outside any transaction: a hash takes long enough that connections would run out in a storm.
  const matches = await passwordMatches(known?.hash ?? null, input.password);
  const welcome = matches && !known?.disabledAt;
  const setCookie = await inContext(db, SYSTEM, now, async (ctx) => {
    // Waiting for the disk would tell by its milliseconds that the account exists.
    if (!welcome) await ctx.db.execute(sql`set local synchronous_commit = off`);
    if (!welcome && device) await countWrongPassword(ctx, device);
    const own = eq(credentials.personId, known?.id ?? 0);
    // What was true before the hash may have changed while it was made: a new password, a closed account.
    const stillOpen = and(
      eq(credentials.passwordHash, known?.hash ?? ""),
      device ? undefined : lt(credentials.failures, FAILURES_UNTIL_LOCKED),
    );
    const [opened] = await ctx.db
      .update(credentials)
      .set({ failures: welcome ? 0 : sql`${credentials.failures} + ${device ? 0 : 1}` })
      .where(welcome ? and(own, stillOpen) : own)
      .returning({ personId: credentials.personId });
    if (!welcome || !opened) return null;
    return [
      ...(await startSession(ctx, visitor, opened.personId)),
      await rememberDevice(ctx, cookieHeader, opened.personId),
    ];
  });
  if (!setCookie) return { ok: false, reason: "wrong" };
  await forgive();
  return { ok: true, setCookie };
}

function findAccount({ db, now }: Visitor, email: string) {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const [row] = await ctx.db
      .select({ id: people.id, disabledAt: people.disabledAt, hash: credentials.passwordHash })
      .from(people)
      .innerJoin(credentials, eq(credentials.personId, people.id))
      .where(eq(people.email, email));
    return row;
  });
}

/** One-tap sign-in of the demo: only people marked as such, who exist only in demo databases. */
export function signInDemo(visitor: Visitor, personId: number): Promise<SignInResult> {
  return inContext(visitor.db, SYSTEM, visitor.now, async (ctx) => {
    const [person] = await ctx.db
      .select({ isDemo: people.isDemo, disabledAt: people.disabledAt })
      .from(people)
      .where(eq(people.id, personId));
    if (!person?.isDemo || person.disabledAt) return { ok: false, reason: "wrong" };
    return { ok: true, setCookie: await startSession(ctx, visitor, personId) };
  });
}

export function signOut(deps: { db: Db; now: Date }, cookieHeader: string | null): Promise<string[]> {
  return inContext(deps.db, SYSTEM, deps.now, async ({ db }) => {
    const lucia = luciaFor(db);
    await endSession(lucia, cookieHeader);
    return [lucia.createBlankSessionCookie().serialize()];
  });
}
