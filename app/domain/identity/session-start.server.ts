import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { listGrants } from "../policy/grants.server.ts";
import { idleSeconds, SESSION_PRESETS } from "./limits.ts";
import { luciaFor, newSessionToken, tokenIn } from "./lucia.server.ts";
import { readSessionPreset } from "./session-settings.server.ts";

/** Who comes in: `cookieHeader` holds the session that the new one takes the place of, if there is one. */
export type Visitor = {
  db: Db;
  now: Date;
  peer: string;
  userAgent: string;
  cookieHeader?: string | null;
  requestId?: string;
};

export async function startSession(ctx: Ctx, visitor: Visitor, personId: number): Promise<string[]> {
  const limits = SESSION_PRESETS[await readSessionPreset(ctx)];
  const roles = (await listGrants(ctx.db, personId, visitor.now)).map((grant) => grant.role);
  const lucia = luciaFor(ctx.db, {
    idleSeconds: idleSeconds(limits, roles),
    absoluteSeconds: limits.absoluteMinutes * 60,
    userAgent: visitor.userAgent,
    peer: visitor.peer,
  });
  await endSession(lucia, visitor.cookieHeader ?? null);
  const session = await lucia.createSession(personId, {}, { sessionId: newSessionToken() });
  return [lucia.createSessionCookie(session.id).serialize()];
}

export async function endSession(lucia: ReturnType<typeof luciaFor>, cookieHeader: string | null): Promise<void> {
  const token = tokenIn(cookieHeader);
  const { session } = token ? await lucia.validateSession(token) : { session: null };
  if (session) await lucia.invalidateSession(session.id);
}
