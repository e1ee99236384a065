import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { luciaFor, newSessionToken } from "#app/domain/identity/lucia.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { idOf, type Name } from "#tests/support/cast.ts";

/** The Cookie header of somebody of the cast who has just signed in. */
export function signedIn(db: Db, name: Name): Promise<string> {
  return inContext(db, SYSTEM, new Date(), async (ctx) => {
    const lucia = luciaFor(ctx.db, { idleSeconds: 600, absoluteSeconds: 3600, userAgent: "", peer: "" });
    const session = await lucia.createSession(idOf(name), {}, { sessionId: newSessionToken() });
    return lucia.createSessionCookie(session.id).serialize().split(";")[0] ?? "";
  });
}
