import { and, eq, gte, isNull, or } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { people, sites } from "../directory/schema.server.ts";
import { grants } from "../policy/schema.server.ts";
import { hashPassword } from "./password.server.ts";
import { passwordProblem } from "./password.ts";
import { credentials } from "./schema.server.ts";

export type NewAdmin = {
  email: string;
  fullName: string;
  password: string;
  /** There is one already, and that is known. */
  another?: boolean;
};

const isAdmin = (now: Date) =>
  and(eq(grants.role, "admin"), or(isNull(grants.validUntil), gte(grants.validUntil, dateIn(now))));

/** From the machine itself, by whoever runs it: a new office has nobody yet who could add people. */
export async function createAdmin(ctx: Ctx, { email, fullName, password, another }: NewAdmin): Promise<void> {
  const [admin] = another ? [] : await ctx.db.select({ id: grants.id }).from(grants).where(isAdmin(ctx.now)).limit(1);
  if (admin) throw new DomainError("conflict", "admin_exists");
  const problem = passwordProblem(password, [email, fullName]);
  if (problem) throw new DomainError("invalid", problem);
  const [city] = await ctx.db.select({ id: sites.id }).from(sites).where(eq(sites.kind, "city")).limit(1);
  if (!city) throw new DomainError("not_found", "site");
  const [person] = await ctx.db
    .insert(people)
    .values({ email: email.toLowerCase(), fullName, siteId: city.id, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!person) throw new DomainError("conflict", "email_taken");
  const passwordHash = await hashPassword(password);
  await ctx.db.insert(credentials).values({ personId: person.id, passwordHash, changedAt: ctx.now });
  await ctx.db
    .insert(grants)
    .values({ personId: person.id, role: "admin", siteId: city.id, validFrom: dateIn(ctx.now) });
  const object = { id: person.id, name: fullName };
  await recordAudit(ctx, { action: "person.created", object, after: { fullName, email: email.toLowerCase() } });
  await recordAudit(ctx, { action: "grant.added", object, after: { role: "admin", from: dateIn(ctx.now) } });
}
