import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia } from "lucia";
import type { Tx } from "#app/db/connect.server.ts";
import { env } from "#app/env.server.ts";
import { sessions } from "./schema.server.ts";

const https = env.APP_URL.startsWith("https:");
const digest = (secret: string) => createHash("sha256").update(secret).digest();

export type SessionSettings = { idleSeconds: number; absoluteSeconds: number; userAgent: string; peer: string };

export const newSessionToken = () => `${randomBytes(9).toString("base64url")}.${randomBytes(32).toString("base64url")}`;
export const sessionIdOf = (token: string) => token.split(".")[0] ?? "";

const NAME = https ? "__Host-session" : "session";
const TOKEN = /^[\w-]{12}\.[\w-]{43}$/;

/** Lucia's own reader decodes every cookie, and throws over one that another program on this host set. */
export function tokenIn(cookieHeader: string | null): string | null {
  const own = (cookieHeader ?? "").split(";").flatMap((pair) => {
    const [name, value = ""] = pair.trim().split("=", 2);
    return name === NAME && TOKEN.test(value) ? [value] : [];
  });
  return own[0] ?? null;
}

/**
 * Lucia's token is "id.secret". The table keeps the id and the secret's SHA-256, all limits run by the database's clock,
 * and nothing but the columns named here is ever written: lucia's own adapter spreads attributes over userId.
 */
function adapter(tx: Tx, settings?: SessionSettings): Adapter {
  const asLucia = (token: string, row: typeof sessions.$inferSelect): DatabaseSession => ({
    id: token,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: {},
  });
  return {
    async getSessionAndUser(token) {
      const [id, secret, ...rest] = token.split(".");
      if (!id || !secret || rest.length > 0) return [null, null];
      const [row] = await tx
        .select()
        .from(sessions)
        .where(sql`${sessions.id} = ${id} and ${sessions.expiresAt} > now() and ${sessions.absoluteUntil} > now()`);
      if (!row || !timingSafeEqual(row.secretHash, digest(secret))) return [null, null];
      return [asLucia(token, row), { id: row.personId, attributes: {} }];
    },
    async getUserSessions() {
      return [];
    },
    async setSession(session) {
      if (!settings) throw new Error("a session is set only at sign-in");
      const [id, secret] = session.id.split(".");
      if (!id || !secret) throw new Error("not a session token");
      await tx.insert(sessions).values({
        id,
        secretHash: digest(secret),
        personId: session.userId,
        idleSeconds: settings.idleSeconds,
        createdAt: sql`now()`,
        lastSeenAt: sql`now()`,
        expiresAt: sql`now() + make_interval(secs => ${settings.idleSeconds})`,
        absoluteUntil: sql`now() + make_interval(secs => ${settings.absoluteSeconds})`,
        userAgent: settings.userAgent.slice(0, 200),
        peer: settings.peer,
      });
    },
    async updateSessionExpiration() {},
    async deleteSession(token) {
      await tx.delete(sessions).where(eq(sessions.id, sessionIdOf(token)));
    },
    async deleteUserSessions(personId) {
      await tx.delete(sessions).where(eq(sessions.personId, personId));
    },
    async deleteExpiredSessions() {
      await tx.delete(sessions).where(sql`${sessions.expiresAt} <= now() or ${sessions.absoluteUntil} <= now()`);
    },
  };
}

export const luciaFor = (tx: Tx, settings?: SessionSettings) =>
  new Lucia(adapter(tx, settings), {
    sessionCookie: {
      name: NAME,
      // A session cookie of the browser: the limits are kept in the database.
      expires: false,
      attributes: { secure: https, sameSite: "lax", path: "/" },
    },
  });

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    UserId: number;
  }
}
