import { createHash, randomBytes } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { env } from "#app/env.server.ts";
import { people } from "../directory/schema.server.ts";
import { knownDevices } from "./schema.server.ts";

const https = env.APP_URL.startsWith("https:");
const NAME = https ? "__Host-device" : "device";
const DAYS = 180;
const DAY_SECONDS = 24 * 60 * 60;
/** After as many wrong passwords in a row somebody else sits there. */
const TRUSTED_FAILURES = 10;

const COOKIE = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{43})(?:;|$)`);
const digest = (token: string) => createHash("sha256").update(token).digest();
const tokenHash = (cookieHeader: string | null | undefined) => {
  const token = COOKIE.exec(cookieHeader ?? "")?.[1];
  return token ? digest(token) : null;
};

export type KnownDevice = { tokenHash: Buffer; personId: number };

/** Whether the person with this address has signed in before in the browser that sends this cookie. */
export async function findKnownDevice(
  ctx: Ctx,
  email: string,
  cookieHeader: string | null | undefined,
): Promise<KnownDevice | null> {
  const hash = tokenHash(cookieHeader);
  if (!hash) return null;
  const [device] = await ctx.db
    .select({ tokenHash: knownDevices.tokenHash, personId: knownDevices.personId })
    .from(knownDevices)
    .innerJoin(people, eq(people.id, knownDevices.personId))
    .where(
      and(
        eq(knownDevices.tokenHash, hash),
        eq(people.email, email),
        lt(knownDevices.failures, TRUSTED_FAILURES),
        sql`${knownDevices.validUntil} > now()`,
      ),
    );
  return device ?? null;
}

/**
 * The token changes with every sign-in, for everybody this browser is known for: one that was planted in it, or copied
 * from it, is worth nothing from then on.
 */
export async function rememberDevice(
  ctx: Ctx,
  cookieHeader: string | null | undefined,
  personId: number,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const before = tokenHash(cookieHeader);
  if (before) {
    await ctx.db
      .update(knownDevices)
      .set({ tokenHash: digest(token) })
      .where(eq(knownDevices.tokenHash, before));
  }
  const fresh = { createdAt: sql`now()`, validUntil: sql`now() + make_interval(days => ${DAYS})`, failures: 0 };
  await ctx.db
    .insert(knownDevices)
    .values({ tokenHash: digest(token), personId, ...fresh })
    .onConflictDoUpdate({ target: [knownDevices.tokenHash, knownDevices.personId], set: fresh });
  return `${NAME}=${token}; Path=/; Max-Age=${DAYS * DAY_SECONDS}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}

export async function countWrongPassword(ctx: Ctx, { tokenHash: hash, personId }: KnownDevice): Promise<void> {
  await ctx.db
    .update(knownDevices)
    .set({ failures: sql`${knownDevices.failures} + 1` })
    .where(and(eq(knownDevices.tokenHash, hash), eq(knownDevices.personId, personId)));
}

export async function sweepDevices(ctx: Ctx): Promise<void> {
  await ctx.db.delete(knownDevices).where(sql`${knownDevices.validUntil} <= now()`);
}
