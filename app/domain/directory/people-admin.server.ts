import { and, eq, sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { peopleWork } from "./people-work.server.ts";
import { type PersonDetails, type PersonTarget, quietName } from "./person-details.ts";
import { people } from "./schema.server.ts";
import { getSiteLabel } from "./site-labels.server.ts";

export type PersonRow = typeof people.$inferSelect;

/** The address decides: whoever is there under it already is shown instead of made twice. */
export function createPerson(ctx: Ctx, typed: PersonDetails): Promise<{ id: number; version: number }> {
  const details = { ...typed, fullName: quietName(typed.fullName) };
  return peopleWork(ctx, async (ctx) => {
    const place = await placeOf(ctx, details.siteId);
    const [made] = await ctx.db
      .insert(people)
      .values({ ...details, createdAt: ctx.now })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id, version: people.version });
    if (!made) return refuseTakenAddress(ctx, details.email).then(gone);
    await recordAudit(ctx, {
      action: "person.created",
      object: { id: made.id, name: details.fullName },
      after: factsOf(details, place),
    });
    return made;
  });
}

/** Everything but the address, which is a matter of the account. Gives the person as they were. */
export function editPerson(ctx: Ctx, target: PersonTarget, details: Omit<PersonDetails, "email">): Promise<PersonRow> {
  return peopleWork(ctx, async (ctx) => {
    const before = await claimPerson(ctx, target);
    const next = { ...details, email: before.email };
    const stays = next.siteId === before.siteId;
    const label = await getSiteLabel(ctx, before.siteId);
    const [was, is] = [factsOf(before, label), factsOf(next, stays ? label : await placeOf(ctx, next.siteId))];
    const changed = Object.keys(is).filter((key) => is[key] !== was[key]);
    if (changed.length === 0) return before;
    await ctx.db.update(people).set(details).where(eq(people.id, before.id));
    const only = (facts: AuditFacts) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]));
    await recordAudit(ctx, {
      action: "person.changed",
      object: { id: before.id, name: next.fullName },
      before: only(was),
      after: only(is),
    });
    return before;
  });
}

/** Says who has this address: an admin wants to see them instead. */
export async function refuseTakenAddress(ctx: Ctx, email: string): Promise<void> {
  const [known] = await ctx.db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(eq(people.email, email));
  if (known) throw new DomainError("conflict", "email_taken", { personId: known.id, fullName: known.fullName });
}

const gone = (): never => {
  throw new DomainError("conflict", "person_changed");
};

/** Takes the person for this change alone; a form that shows what is no longer so is refused. */
export async function claimPerson(ctx: Ctx, { personId, version }: PersonTarget): Promise<PersonRow> {
  const [row] = await ctx.db
    .update(people)
    .set({ version: sql`${people.version} + 1` })
    .where(and(eq(people.id, personId), eq(people.version, version)))
    .returning();
  if (row) return row;
  const [there] = await ctx.db.select({ version: people.version }).from(people).where(eq(people.id, personId));
  if (!there) throw new DomainError("not_found", "person");
  throw new DomainError("conflict", "person_changed", { version: there.version, since: version });
}

async function placeOf(ctx: Ctx, siteId: number | null): Promise<string | null> {
  const label = await getSiteLabel(ctx, siteId, { open: true });
  if (siteId !== null && label === null) throw new DomainError("invalid", "place_unknown");
  return label;
}

const factsOf = (details: PersonDetails, place: string | null): AuditFacts => ({
  fullName: details.fullName,
  email: details.email,
  phone: details.phone,
  position: details.position,
  place,
  lang: details.lang,
});
