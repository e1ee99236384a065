import { and, asc, eq } from "drizzle-orm";
import { auditEntries } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { deliveries } from "#app/db/outbox.server.ts";
import { issueLink } from "#app/domain/identity/links.server.ts";
import type { LinkPurpose } from "#app/domain/identity/links.ts";
import { hashPassword } from "#app/domain/identity/password.server.ts";
import { credentials } from "#app/domain/identity/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { idOf, type Name } from "#tests/support/cast.ts";

export const PASSWORD = "cà phê sữa đá 1975";
export const NEW_PASSWORD = "sông Sài Gòn chảy qua";
export const addressOf = (name: Name) => `${name}@tram.example`;

/** People of the cast with a password, and what the office's mail server and its audit history would show of them. */
export function accountsOf(db: Db) {
  const asSystem = <T>(work: (ctx: Ctx) => Promise<T>) => inContext(db, SYSTEM, new Date(), work);
  let peers = 0;
  return {
    async givePasswords(...names: Name[]): Promise<void> {
      const passwordHash = await hashPassword(PASSWORD);
      const rows = names.map((name) => ({ personId: idOf(name), passwordHash, changedAt: new Date() }));
      await asSystem((ctx) => ctx.db.insert(credentials).values(rows));
    },
    /** Somebody at another address on the net. */
    visitor(more: { peer?: string; cookieHeader?: string } = {}) {
      peers += 1;
      return { db, now: new Date(), peer: `198.51.100.${peers}`, userAgent: "Firefox", ...more };
    },
    /** The secret in the letter that the worker would send now. */
    async mailedToken(name: Name, purpose: LinkPurpose, address?: string): Promise<string> {
      const { url } = await asSystem((ctx) => issueLink(ctx, { personId: idOf(name), purpose, address }));
      return new URL(url).pathname.split("/").at(-1) ?? "";
    },
    letters: (name: Name) =>
      asSystem((ctx) =>
        ctx.db
          .select({ purpose: deliveries.purpose, to: deliveries.toAddress, state: deliveries.state })
          .from(deliveries)
          .where(eq(deliveries.personId, idOf(name)))
          .orderBy(asc(deliveries.createdAt), asc(deliveries.purpose)),
      ),
    audited: (name: Name, action: string) =>
      asSystem((ctx) =>
        ctx.db
          .select({ actorId: auditEntries.actorId, before: auditEntries.before, after: auditEntries.after })
          .from(auditEntries)
          .where(and(eq(auditEntries.objectId, String(idOf(name))), eq(auditEntries.action, action)))
          .orderBy(asc(auditEntries.id)),
      ),
  };
}

export const cookiesIn = (setCookie: readonly string[]) => setCookie.map((cookie) => cookie.split(";")[0]).join("; ");
