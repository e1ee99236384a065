import { and, asc, eq, isNull } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdministering } from "../directory/requires-admin.server.ts";
import { people, systems } from "../directory/schema.server.ts";
import { systemOwners } from "./schema.server.ts";

const MOST = 20;

/** Who answers for a system beyond the wards, and decides the steps that ask its owner. */
export const listOwners = (ctx: Ctx, systemId: number) =>
  ctx.db
    .select({ id: people.id, fullName: people.fullName, position: people.position, email: people.email })
    .from(systemOwners)
    .innerJoin(people, eq(people.id, systemOwners.personId))
    .where(eq(systemOwners.systemId, systemId))
    .orderBy(asc(people.fullName), asc(people.id))
    .limit(MOST);

export async function addOwner(ctx: Ctx, systemId: number, email: string): Promise<void> {
  await requireAdministering(ctx);
  const name = await nameOf(ctx, systemId);
  const [person] = await ctx.db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.disabledAt)));
  if (!person) throw new DomainError("invalid", "address_unknown");
  if ((await listOwners(ctx, systemId)).length >= MOST) throw new DomainError("limited", "too_many_owners");
  const added = await ctx.db
    .insert(systemOwners)
    .values({ systemId, personId: person.id })
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return;
  await recordAudit(ctx, {
    action: "system.owner_added",
    object: { id: systemId, name },
    after: { person: person.fullName },
  });
}

export async function removeOwner(ctx: Ctx, systemId: number, personId: number): Promise<void> {
  await requireAdministering(ctx);
  const name = await nameOf(ctx, systemId);
  const gone = await ctx.db
    .delete(systemOwners)
    .where(and(eq(systemOwners.systemId, systemId), eq(systemOwners.personId, personId)))
    .returning();
  if (gone.length === 0) return;
  const [person] = await ctx.db.select({ name: people.fullName }).from(people).where(eq(people.id, personId));
  await recordAudit(ctx, {
    action: "system.owner_removed",
    object: { id: systemId, name },
    before: { person: person?.name ?? null },
  });
}

async function nameOf(ctx: Ctx, systemId: number): Promise<string> {
  const [system] = await ctx.db.select({ name: systems.name }).from(systems).where(eq(systems.id, systemId));
  if (!system) throw new DomainError("not_found", "system");
  return system.name;
}
