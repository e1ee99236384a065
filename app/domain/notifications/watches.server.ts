import { and, asc, eq, isNull } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { SystemChoice } from "../directory/catalog.server.ts";
import { systems } from "../directory/schema.server.ts";
import { systemWatches } from "./schema.server.ts";
import { topicsFor } from "./topics.ts";

/** Systems whose new tickets this person wants to hear of, as far as they may read them. */
export function listWatched(ctx: PersonCtx, limit = 100): Promise<SystemChoice[]> {
  return ctx.db
    .select({ id: systems.id, key: systems.key, name: systems.name, nameEn: systems.nameEn })
    .from(systemWatches)
    .innerJoin(systems, eq(systems.id, systemWatches.systemId))
    .where(eq(systemWatches.personId, ctx.actor.personId))
    .orderBy(asc(systems.sort), asc(systems.id))
    .limit(limit);
}

export async function watchSystem(ctx: PersonCtx, systemId: number): Promise<void> {
  if (!topicsFor(ctx.actor).includes("watched")) throw new DomainError("invalid", "topic_not_offered");
  const [known] = await ctx.db
    .select({ id: systems.id })
    .from(systems)
    .where(and(eq(systems.id, systemId), isNull(systems.retiredAt)));
  if (!known) throw new DomainError("invalid", "system_unknown");
  await ctx.db
    .insert(systemWatches)
    .values({ personId: ctx.actor.personId, systemId, since: ctx.now })
    .onConflictDoNothing();
}

export async function unwatchSystem(ctx: PersonCtx, systemId: number): Promise<void> {
  await ctx.db
    .delete(systemWatches)
    .where(and(eq(systemWatches.personId, ctx.actor.personId), eq(systemWatches.systemId, systemId)));
}
