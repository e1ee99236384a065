import { and, eq, ne, sql } from "drizzle-orm";
import { asSystem, bySelf } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { readMailAddress } from "#app/lib/mail-address.ts";
import { people } from "../directory/schema.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { endAllLinks, findLink, spendLink } from "./links.server.ts";
import type { LinkProblem } from "./links.ts";
import { requireOwnPassword } from "./password.server.ts";
import type { Visitor } from "./session-start.server.ts";

const PER_DAY = 10;
const DAY_SECONDS = 24 * 60 * 60;

type Owner = { id: number; name: string; email: string };

async function getOwner({ db }: Ctx, personId: number): Promise<Owner> {
  const [owner] = await db
    .select({ id: people.id, name: people.fullName, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!owner) throw new DomainError("not_found", "person");
  return owner;
}

function readNewAddress(owner: Owner, typed: string): string {
  const address = readMailAddress(typed);
  if (!address) throw new DomainError("invalid", "address_malformed");
  if (address === owner.email) throw new DomainError("invalid", "address_same");
  return address;
}

/**
 * That an address is taken is said, never by whom: only somebody of the office who has just given their password hears it,
 * a few times a day, and would otherwise wait for a letter that leads nowhere.
 */
async function refuseTaken({ db }: Ctx, owner: Owner, address: string): Promise<void> {
  const [taken] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, address), ne(people.id, owner.id)));
  if (taken) throw new DomainError("conflict", "address_taken");
}

/** Holds from the moment the new mailbox confirms it; the old one is told at once, while it can still object. */
export async function askForAddress(ctx: PersonCtx, input: { address: string; current: string }): Promise<void> {
  await requireOwnPassword(ctx, input.current);
  const owner = await getOwner(ctx, ctx.actor.personId);
  const address = readNewAddress(owner, input.address);
  const tries = await hit(ctx.db, `address:${owner.id}`, PER_DAY, DAY_SECONDS);
  if (!tries.ok) throw new DomainError("limited", "address_changed_often");
  await refuseTaken(ctx, owner, address);
  await asSystem(ctx, (system) => endAllLinks(system, owner.id, ["address_confirm"]));
  await putLetter(ctx, { personId: owner.id, purpose: "address_confirm", toAddress: address });
  await putLetter(ctx, { personId: owner.id, purpose: "address_changed", toAddress: owner.email });
  await recordAudit(ctx, {
    action: "account.address_asked",
    object: owner,
    before: { address: owner.email },
    after: { address },
  });
}

/** The address that a link would confirm. */
export function findNewAddress({ db, now }: Visitor, token: string): Promise<{ address: string } | LinkProblem> {
  return inContext(db, SYSTEM, now, async (ctx) => {
    const link = await findLink(ctx, "address_confirm", token);
    return typeof link === "string" ? link : { address: link.address ?? "" };
  });
}

export async function confirmAddress(visitor: Visitor, token: string): Promise<void> {
  const found = await findNewAddress(visitor, token);
  if (typeof found === "string") throw new DomainError("conflict", found);
  await inContext(visitor.db, SYSTEM, visitor.now, async (bare) => {
    const ctx: Ctx = { ...bare, peer: visitor.peer, requestId: visitor.requestId };
    const { personId, address } = await spendLink(ctx, "address_confirm", token);
    const owner = await getOwner(ctx, personId);
    await moveTo(bySelf(ctx, owner), owner, address ?? "");
    await putLetter(ctx, { personId, purpose: "address_changed", toAddress: owner.email });
  });
}

/** For somebody who has lost the old mailbox: an admin knows them. Both mailboxes hear of it. */
export async function changeAddress(ctx: Ctx, personId: number, typed: string): Promise<void> {
  requireAdmin(ctx.actor);
  const owner = await getOwner(ctx, personId);
  const address = readNewAddress(owner, typed);
  await asSystem(ctx, (system) => moveTo(system, owner, address));
  await putLetter(ctx, { personId, purpose: "address_changed", toAddress: owner.email });
  await putLetter(ctx, { personId, purpose: "address_changed" });
}

/** What was mailed to the old address opens nothing any more. */
async function moveTo(ctx: Ctx, owner: Owner, address: string): Promise<void> {
  // Two who ask for the same address at once wait for each other; the later finds it taken.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`address ${address}`}, 0))`);
  await refuseTaken(ctx, owner, address);
  await ctx.db.update(people).set({ email: address }).where(eq(people.id, owner.id));
  await endAllLinks(ctx, owner.id);
  await recordAudit(ctx, {
    action: "account.address_changed",
    object: owner,
    before: { address: owner.email },
    after: { address },
  });
}

export type PendingAddress = { address: string; validUntil: Date | null };

/** What one has asked for and the new mailbox has not confirmed yet. */
export async function findPendingAddress(ctx: PersonCtx): Promise<PendingAddress | null> {
  const [pending] = await asSystem(ctx, ({ db }) =>
    db.execute<{ address: string; valid_until: string | null }>(sql`
      select to_address as address, null as valid_until from deliveries
      where person_id = ${ctx.actor.personId} and purpose = 'address_confirm' and state in ('waiting', 'queued')
      union all
      select address, valid_until::text from account_links
      where person_id = ${ctx.actor.personId} and purpose = 'address_confirm'
        and used_at is null and ended_at is null and valid_until > now()
      limit 1`),
  );
  if (!pending) return null;
  return { address: pending.address, validUntil: pending.valid_until ? new Date(pending.valid_until) : null };
}
