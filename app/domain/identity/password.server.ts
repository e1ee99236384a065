import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import type { PersonCtx } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { getPerson } from "../directory/people.server.ts";
import { endAllLinks } from "./links.server.ts";
import { passwordProblem } from "./password.ts";
import { credentials } from "./schema.server.ts";
import { endOtherSessions } from "./sessions.server.ts";

// OWASP's floor for argon2id; algorithm 2 is argon2id.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const LONGEST = 1_024;
/** Whoever sits down at a desk that was left open must not find out the password there. */
const GUESSES = 10;
const GUESSES_SECONDS = 15 * 60;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing is paid in memory and cores: two at once, so that sign-in storms leave room for everybody's pages. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string) => inTurn(() => hash(password, COST));

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown person (no hash) as for a known one with a wrong password. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.slice(0, LONGEST)));
  return matches && stored !== null;
}

/** Whoever has the session must show again that they are the person: at a desk left open the session is no proof. */
export async function requireOwnPassword(ctx: PersonCtx, current: string): Promise<void> {
  const guesses = await hit(ctx.db, `password:${ctx.actor.personId}`, GUESSES, GUESSES_SECONDS);
  if (!guesses.ok) throw new DomainError("limited", "password_guessed_often");
  const [own] = await ctx.db
    .select({ hash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.personId, ctx.actor.personId));
  if (!(await passwordMatches(own?.hash ?? null, current))) throw new DomainError("invalid", "password_wrong");
}

type Chooser = { fullName: string; email: string; siteName: string | null; unitName: string | null };

export function refuseGuessable(password: string, { fullName, email, siteName, unitName }: Chooser): void {
  const problem = passwordProblem(password, [
    ...[fullName, email, email.split("@")[0] ?? ""],
    ...[siteName ?? "", unitName ?? ""],
  ]);
  if (problem) throw new DomainError("invalid", problem);
}

/** Ends every other session, and every link that was mailed: whoever knew the old password is out. */
export async function changePassword(ctx: PersonCtx, input: { current: string; next: string }): Promise<void> {
  await requireOwnPassword(ctx, input.current);
  const person = await getPerson(ctx, ctx.actor.personId);
  refuseGuessable(input.next, person);
  await ctx.db
    .update(credentials)
    .set({ passwordHash: await hashPassword(input.next), changedAt: ctx.now, failures: 0 })
    .where(eq(credentials.personId, person.id));
  await asSystem(ctx, (system) => endAllLinks(system, person.id));
  await endOtherSessions(ctx);
  await putLetter(ctx, { personId: person.id, purpose: "password_changed" });
  await recordAudit(ctx, { action: "account.password_changed", object: { id: person.id, name: person.fullName } });
}
