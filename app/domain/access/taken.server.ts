import type { Ctx } from "#app/db/context.server.ts";
import { isUniqueViolation } from "#app/db/unique.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";

/** In a transaction of its own, so that a name the index refuses leaves the rest standing. */
export async function unlessTaken<T>(ctx: Ctx, work: (inner: Ctx) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError("conflict", "name_taken") : error;
  }
}
