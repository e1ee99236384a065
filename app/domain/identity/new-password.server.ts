import { bySelf } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { getPerson } from "../directory/people.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { rememberDevice } from "./known-devices.server.ts";
import { endAllLinks, findLink, spendLink } from "./links.server.ts";
import type { LinkProblem } from "./links.ts";
import { hashPassword, refuseGuessable } from "./password.server.ts";
import { credentials } from "./schema.server.ts";
import { startSession, type Visitor } from "./session-start.server.ts";
import { endAllSessions } from "./sessions.server.ts";

type Purpose = "password_reset" | "invitation";
type Chosen = { purpose: Purpose; token: string; password: string };
export type Holder = Awaited<ReturnType<typeof getPerson>>;

/** Who holds the link, for the page that it opens. */
export function findHolder(visitor: Visitor, purpose: Purpose, token: string): Promise<Holder | LinkProblem> {
  return inContext(visitor.db, SYSTEM, visitor.now, async (ctx) => {
    const link = await findLink(ctx, purpose, token);
    return typeof link === "string" ? link : getPerson(ctx, link.personId);
  });
}

/**
 * The link is the proof: with a new password everything begins anew. Wrong tries are forgotten, every session, browser
 * and other link ends, and this browser is signed in.
 */
export async function choosePassword(visitor: Visitor, { purpose, token, password }: Chosen): Promise<string[]> {
  const holder = await findHolder(visitor, purpose, token);
  if (typeof holder === "string") throw new DomainError("conflict", holder);
  refuseGuessable(password, holder);
  const passwordHash = await hashPassword(password);
  return inContext(visitor.db, SYSTEM, visitor.now, async (bare) => {
    const ctx: Ctx = { ...bare, peer: visitor.peer, requestId: visitor.requestId };
    const { personId } = await spendLink(ctx, purpose, token);
    const fresh = { passwordHash, changedAt: ctx.now, failures: 0 };
    await ctx.db
      .insert(credentials)
      .values({ personId, ...fresh })
      .onConflictDoUpdate({ target: credentials.personId, set: fresh });
    await endAllLinks(ctx, personId);
    await endAllSessions(ctx, personId);
    if (purpose === "password_reset") await putLetter(ctx, { personId, purpose: "password_changed" });
    const owner = { id: personId, name: holder.fullName };
    const action = purpose === "password_reset" ? "account.password_reset" : "account.joined";
    await recordAudit(bySelf(ctx, owner), { action, object: owner });
    return [...(await startSession(ctx, visitor, personId)), await rememberDevice(ctx, visitor.cookieHeader, personId)];
  });
}
