import { createHash, randomBytes } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { deliveries } from "#app/db/outbox.server.ts";
import { env } from "#app/env.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { LINK_MINUTES, LINK_PURPOSES, type LinkProblem, type LinkPurpose, linkPath } from "./links.ts";
import { accountLinks } from "./schema.server.ts";

const SECRET_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;
const digest = (token: string) => createHash("sha256").update(token).digest();
const isOpen = and(isNull(accountLinks.usedAt), isNull(accountLinks.endedAt));

type NewLink = { personId: number; purpose: LinkPurpose; address?: string };

/** Called by the worker as it sends the letter. Only the latest link of its kind opens anything. */
export async function issueLink(ctx: Ctx, { personId, purpose, address }: NewLink) {
  // The lock makes two workers issue one after the other.
  const [person] = await ctx.db
    .select({ lang: people.lang })
    .from(people)
    .where(eq(people.id, personId))
    .for("no key update");
  if (!person) throw new DomainError("not_found", "person");
  await endLinks(ctx, personId, [purpose]);
  const token = randomBytes(SECRET_BYTES).toString("base64url");
  const [link] = await ctx.db
    .insert(accountLinks)
    .values({
      personId,
      purpose,
      address: purpose === "address_confirm" ? address : null,
      secretHash: digest(token),
      createdAt: sql`now()`,
      validUntil: sql`now() + make_interval(mins => ${LINK_MINUTES[purpose]})`,
    })
    .returning({ validUntil: accountLinks.validUntil });
  if (!link) throw new Error("account_links returned no row");
  const url = new URL(linkPath(purpose, token), env.APP_URL);
  if (person.lang !== "vi") url.searchParams.set("lang", person.lang);
  return { url: url.href, validUntil: link.validUntil };
}

export type OpenLink = { personId: number; address: string | null };

/** Looks without using it up: mail programs open links before their readers do. */
export async function findLink(ctx: Ctx, purpose: LinkPurpose, token: string): Promise<OpenLink | LinkProblem> {
  if (!TOKEN.test(token)) return "link_unknown";
  const [link] = await ctx.db
    .select({
      personId: accountLinks.personId,
      address: accountLinks.address,
      usedAt: accountLinks.usedAt,
      endedAt: accountLinks.endedAt,
      expired: sql<boolean>`${accountLinks.validUntil} <= now()`,
      disabledAt: people.disabledAt,
    })
    .from(accountLinks)
    .innerJoin(people, eq(people.id, accountLinks.personId))
    .where(and(eq(accountLinks.secretHash, digest(token)), eq(accountLinks.purpose, purpose)));
  if (!link || link.disabledAt) return "link_unknown";
  if (link.usedAt) return "link_used";
  if (link.endedAt) return "link_replaced";
  return link.expired ? "link_expired" : { personId: link.personId, address: link.address };
}

/** Once: of two at the same moment the later waits for the earlier, and then finds it used. */
export async function spendLink(ctx: Ctx, purpose: LinkPurpose, token: string): Promise<OpenLink> {
  const [link] = await ctx.db
    .update(accountLinks)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(accountLinks.secretHash, digest(token)),
        eq(accountLinks.purpose, purpose),
        isOpen,
        sql`${accountLinks.validUntil} > now()`,
        sql`exists (select from people p where p.id = ${accountLinks.personId} and p.disabled_at is null)`,
      ),
    )
    .returning({ personId: accountLinks.personId, address: accountLinks.address });
  if (!link) throw new DomainError("conflict", "link_used");
  return link;
}

async function endLinks(ctx: Ctx, personId: number, purposes: readonly LinkPurpose[]): Promise<void> {
  await ctx.db
    .update(accountLinks)
    .set({ endedAt: sql`now()` })
    .where(and(eq(accountLinks.personId, personId), inArray(accountLinks.purpose, [...purposes]), isOpen));
}

/** What was mailed before must not undo what was just decided, nor what waits to be mailed. */
export async function endAllLinks(
  ctx: Ctx,
  personId: number,
  purposes: readonly LinkPurpose[] = LINK_PURPOSES,
): Promise<void> {
  await endLinks(ctx, personId, purposes);
  await ctx.db
    .update(deliveries)
    .set({ state: "dropped" })
    .where(
      and(
        eq(deliveries.personId, personId),
        inArray(deliveries.purpose, [...purposes]),
        inArray(deliveries.state, ["waiting", "queued", "failed"]),
      ),
    );
}

/** Keeps what answers "was this person invited?". */
export async function sweepLinks(ctx: Ctx): Promise<void> {
  await ctx.db.delete(accountLinks).where(
    sql`${accountLinks.validUntil} < now() - interval '90 days'
      and (${accountLinks.purpose} <> 'invitation' or ${accountLinks.endedAt} is not null)`,
  );
}
