import { and, eq, sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { beginPeopleWork } from "./people-work.server.ts";
import type { PersonDetails, PersonTarget } from "./person-details.ts";
import { people } from "./schema.server.ts";
import { getSiteLabel } from "./site-labels.server.ts";

export type PersonRow = typeof people.$inferSelect;

/** The address decides: whoever is there under it already is shown instead of made twice. */
export async function createPerson(ctx: Ctx, details: PersonDetails): Promise<{ id: number; version: number }> {
  await beginPeopleWork(ctx);
  const place = await placeOf(ctx, details.siteId);
  const [made] = await ctx.db
    .insert(people)
    .values({ ...details, email: details.email.toLowerCase(), createdAt: ctx.now })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id, version: people.version });
  if (!made) {
    const [known] = await ctx.db
      .select({ id: people.id, fullName: people.fullName })
      .from(people)
      .where(eq(people.email, details.email.toLowerCase()));
    throw new DomainError("conflict", "email_taken", { personId: known?.id, fullName: known?.fullName });
  }
  await recordAudit(ctx, {
    action: "person.created",
    object: { id: made.id, name: details.fullName },
    after: factsOf(details, place),
  });
  return made;
}

/** True when there was something to change. */
export async function editPerson(ctx: Ctx, target: PersonTarget, details: PersonDetails): Promise<boolean> {
  await beginPeopleWork(ctx);
  const before = await claimPerson(ctx, target);
  const next = { ...details, email: details.email.toLowerCase() };
  const [was, is] = [
    factsOf(before, await getSiteLabel(ctx, before.siteId)),
    factsOf(
      next,
      next.siteId === before.siteId ? await getSiteLabel(ctx, next.siteId) : await placeOf(ctx, next.siteId),
    ),
  ];
  const changed = Object.keys(is).filter((key) => is[key] !== was[key]);
  if (changed.length === 0) return false;
  await refuseTakenAddress(ctx, before, next.email);
  await ctx.db.update(people).set(next).where(eq(people.id, before.id));
  const only = (facts: AuditFacts) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]));
  await recordAudit(ctx, {
    action: "person.changed",
    object: { id: before.id, name: next.fullName },
    before: only(was),
    after: only(is),
  });
  return true;
}

async function refuseTakenAddress(ctx: Ctx, before: PersonRow, email: string): Promise<void> {
  if (email === before.email) return;
  const [other] = await ctx.db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(eq(people.email, email));
  if (other) throw new DomainError("conflict", "email_taken", { personId: other.id, fullName: other.fullName });
}

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

export const factsOf = (details: PersonDetails, place: string | null): AuditFacts => ({
  fullName: details.fullName,
  email: details.email,
  phone: details.phone,
  position: details.position,
  place,
  lang: details.lang,
});
