import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { SYSTEM } from "../policy/actor.ts";
import { commands } from "./schema.server.ts";

const digestOf = (body: unknown) => createHash("sha256").update(JSON.stringify(body)).digest("base64url");

/**
 * Runs the work once per client-made id: a repeat, however late or simultaneous, is answered with the first result.
 * The insert waits for a twin that has not committed yet; a failed first try leaves no row behind.
 */
export function once<T>(
  ctx: Ctx,
  command: { id?: string; verb: string; body: unknown },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx };
    if (!command.id || ctx.actor.kind !== "person") return work(inner);
    const { verb } = command;
    const digest = digestOf(command.body);
    const personId = ctx.actor.personId;
    const mine = and(eq(commands.id, command.id), eq(commands.personId, personId));
    const [fresh] = await tx
      .insert(commands)
      .values({ id: command.id, personId, verb, digest, at: ctx.now })
      .onConflictDoNothing()
      .returning({ id: commands.id });
    if (!fresh) {
      const [first] = await tx.select().from(commands).where(mine);
      if (first?.verb !== verb || first.digest !== digest) throw new DomainError("invalid", "command_reused");
      // Safe because the same verb stored its own result under this id.
      return first.result as T;
    }
    const result = await work(inner);
    await tx
      .update(commands)
      .set({ result: result ?? null })
      .where(mine);
    return result;
  });
}

const KEPT_DAYS = 30;

/** A phone that was offline for weeks may still repeat itself; after that the id is forgotten. */
export function sweepCommands(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  return inContext(db, SYSTEM, now, async (ctx) => {
    const gone = await ctx.db.delete(commands).where(lt(commands.at, before)).returning({ id: commands.id });
    return gone.length;
  });
}
