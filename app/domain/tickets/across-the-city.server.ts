import { actAs, type Ctx } from "#app/db/context.server.ts";
import { SYSTEM } from "../policy/actor.ts";

/** What an actor may cause but not read: every ticket is reached here, in the actor's own transaction. */
export function acrossTheCity<T>(ctx: Ctx, work: (all: Ctx) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    await actAs(tx, SYSTEM);
    const done = await work({ ...ctx, db: tx, actor: SYSTEM });
    await actAs(tx, ctx.actor);
    return done;
  });
}
