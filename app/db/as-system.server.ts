import { sql } from "drizzle-orm";
import type { Ctx } from "./context.server.ts";

const system = (on: boolean) => sql`select set_config('tram.system', ${on ? "1" : ""}, true)`;

/**
 * Passwords, sessions, links and devices are the system's and nobody else's, not even an admin's. What the caller has
 * been found to be allowed runs in here, in the caller's own transaction; afterwards the actor is the actor again.
 */
export function asSystem<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    await tx.execute(system(true));
    const done = await work({ ...ctx, db: tx });
    await tx.execute(system(ctx.actor.kind === "system"));
    return done;
  });
}

/** Who opened a mailed link is taken for its person, without any right: for the audit history. */
export const bySelf = (ctx: Ctx, { id, name }: { id: number; name: string }): Ctx => ({
  ...ctx,
  actor: { kind: "person", personId: id, name, lang: "vi", grants: [] },
});
