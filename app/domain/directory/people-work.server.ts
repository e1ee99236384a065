import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { requireAdministering } from "./requires-admin.server.ts";

const PEOPLE_LOCK = 7_872_617; // Any number, the same for every change of people and rights.

/**
 * Changes of people and their rights follow one another, each whole or not at all. Whoever lost the admin's role while
 * waiting for the change before theirs changes nothing more.
 */
export function peopleWork<C extends Ctx, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx };
    await requireAdministering(inner);
    await tx.execute(sql`select pg_advisory_xact_lock(${PEOPLE_LOCK})`);
    const [row] = await tx.execute<{ still: boolean }>(
      sql`select tram_still_administers(${dateIn(ctx.now)}::date) as still`,
    );
    if (!row?.still) throw new DomainError("forbidden", "no_longer_admin");
    return work(inner);
  });
}
