import { eq } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import { people } from "../directory/schema.server.ts";
import { FAILURES_UNTIL_LOCKED } from "../policy/lock-out.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { keepAnAdminBeside } from "../policy/standing-admins.server.ts";
import { credentials } from "./schema.server.ts";
import { endAllSessions, type SessionRow, sessionsOf } from "./sessions.server.ts";

async function getOwner({ db }: Ctx, id: number): Promise<{ id: number; name: string }> {
  const [owner] = await db.select({ id: people.id, name: people.fullName }).from(people).where(eq(people.id, id));
  if (!owner) throw new DomainError("not_found", "person");
  return owner;
}

export async function listSessionsOf(ctx: Ctx, personId: number): Promise<SessionRow[]> {
  requireAdmin(ctx.actor);
  return asSystem(ctx, (system) => sessionsOf(system, personId));
}

export async function revokeAllSessionsOf(ctx: Ctx, personId: number): Promise<void> {
  requireAdmin(ctx.actor);
  const owner = await getOwner(ctx, personId);
  const ended = await endAllSessions(ctx, personId);
  await recordAudit(ctx, { action: "session.all_revoked", object: owner, before: { sessions: ended } });
}

export type AccountState = { joined: boolean; locked: boolean };

export async function getAccountState(ctx: Ctx, personId: number): Promise<AccountState> {
  requireAdmin(ctx.actor);
  const [account] = await asSystem(ctx, ({ db }) =>
    db.select({ failures: credentials.failures }).from(credentials).where(eq(credentials.personId, personId)),
  );
  return { joined: account !== undefined, locked: (account?.failures ?? 0) >= FAILURES_UNTIL_LOCKED };
}

/** As after a hundred wrong tries: the password opens nothing until its person sets another by mail, or an admin unlocks. */
export function lock(ctx: Ctx, personId: number): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    await setFailures(ctx, personId, FAILURES_UNTIL_LOCKED, "account.locked");
    await keepAnAdminBeside(ctx, personId);
    await endAllSessions(ctx, personId);
  });
}

export const unlock = (ctx: Ctx, personId: number): Promise<void> =>
  peopleWork(ctx, (ctx) => setFailures(ctx, personId, 0, "account.unlocked"));

async function setFailures(
  ctx: Ctx,
  personId: number,
  failures: number,
  action: "account.locked" | "account.unlocked",
): Promise<void> {
  requireAdmin(ctx.actor);
  const owner = await getOwner(ctx, personId);
  const [account] = await asSystem(ctx, ({ db }) =>
    db
      .update(credentials)
      .set({ failures })
      .where(eq(credentials.personId, personId))
      .returning({ personId: credentials.personId }),
  );
  if (!account) throw new DomainError("conflict", "not_joined");
  await recordAudit(ctx, { action, object: owner });
}
