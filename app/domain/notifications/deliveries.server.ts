import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DELIVERY_STATES, deliveries } from "#app/db/outbox.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";

export { DELIVERY_STATES };
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const columns = {
  id: deliveries.id,
  personId: deliveries.personId,
  personName: people.fullName,
  address: sql<string>`coalesce(${deliveries.toAddress}, ${people.email})`,
  purpose: deliveries.purpose,
  ticketNumber: deliveries.ticketNumber,
  state: deliveries.state,
  createdAt: deliveries.createdAt,
  dueAt: deliveries.dueAt,
  attempts: deliveries.attempts,
  round: deliveries.round,
  lastError: deliveries.lastError,
  sentAt: deliveries.sentAt,
  provider: deliveries.provider,
  providerId: deliveries.providerId,
};

const PAGE = 50;
/** Beyond this many a count says "1,000+": nobody counts that far, and the database need not either. */
export const COUNT_BOUND = 1_000;

export type Wish = { state: DeliveryState | null; q: string; after?: { at: Date; id: string } };

/** Newest first; `q` is a ticket's number or part of a person's name or address. */
export async function listDeliveries(ctx: Ctx, { state, q, after }: Wish) {
  requireAdmin(ctx.actor);
  const rows = await ctx.db
    .select(columns)
    .from(deliveries)
    .innerJoin(people, eq(people.id, deliveries.personId))
    .where(
      and(
        state === null ? undefined : eq(deliveries.state, state),
        q === "" ? undefined : matching(q),
        after &&
          sql`(${deliveries.createdAt}, ${deliveries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1) ?? null) : null };
}
export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>["rows"][number];

const matching = (q: string) =>
  /^\d{1,9}$/.test(q)
    ? eq(deliveries.ticketNumber, Number(q))
    : sql`(position(tram_fold(${q}) in tram_fold(${people.fullName})) > 0 or position(lower(${q}) in ${people.email}) > 0)`;

export async function countDeliveries(ctx: Ctx): Promise<Record<DeliveryState, number>> {
  requireAdmin(ctx.actor);
  const counts = await ctx.db.execute<{ state: DeliveryState; n: number }>(sql`
    select s.state, (select count(*)::int from (
      select from deliveries d where d.state = s.state limit ${COUNT_BOUND}) counted) as n
    from unnest(${sql.param(`{${DELIVERY_STATES.join(",")}}`)}::text[]) as s (state)`);
  // Safe because the query gives one row for each of the states.
  return Object.fromEntries(counts.map(({ state, n }) => [state, n])) as Record<DeliveryState, number>;
}

export async function getDelivery(ctx: Ctx, id: string): Promise<DeliveryRow> {
  requireAdmin(ctx.actor);
  const [found] = await ctx.db
    .select(columns)
    .from(deliveries)
    .innerJoin(people, eq(people.id, deliveries.personId))
    .where(eq(deliveries.id, id));
  if (!found) throw new DomainError("not_found", "delivery");
  return found;
}

/**
 * Settled letters get a new round, and with it a new key: the provider takes them for new ones. One of several about the
 * same is enough to be waiting, where later news may join it; the others are queued beside it.
 */
const resentAs = (beside: SQL) => sql`round = d.round + 1, attempts = 0, last_error = null, queued_at = null,
  sent_at = null, provider = null, provider_id = null,
  state = case when ${beside} or exists (select from deliveries w where w.state = 'waiting' and w.purpose = d.purpose
    and w.id <> d.id and w.person_id = d.person_id and w.ticket_number is not distinct from d.ticket_number)
    then 'queued' else 'waiting' end`;

export async function resendDelivery(ctx: Ctx, id: string): Promise<void> {
  const before = await getDelivery(ctx, id);
  const [resent] = await ctx.db.execute(sql`
    update deliveries d set ${resentAs(sql`false`)}, due_at = ${ctx.now.toISOString()}
    where d.id = ${id} and d.state in ('sent', 'failed', 'dropped') returning d.id`);
  if (!resent) throw new DomainError("conflict", "delivery_under_way");
  await recordAudit(ctx, {
    action: "delivery.resent",
    object: { id, name: before.personName },
    before: facts(before),
    after: { state: "waiting", round: before.round + 1 },
  });
}

/** Leaves a letter unsent: one that waits, or one that failed and is not worth more. */
export async function dropDelivery(ctx: Ctx, id: string): Promise<void> {
  const before = await getDelivery(ctx, id);
  const [dropped] = await ctx.db.execute(sql`
    update deliveries set state = 'dropped', last_error = 'by_admin'
    where id = ${id} and state in ('waiting', 'queued', 'failed') returning id`);
  if (!dropped) throw new DomainError("conflict", "delivery_settled");
  await recordAudit(ctx, {
    action: "delivery.dropped",
    object: { id, name: before.personName },
    before: facts(before),
    after: { state: "dropped", round: before.round },
  });
}

const facts = ({ state, round, attempts, lastError, purpose }: DeliveryRow): AuditFacts => ({
  ...{ purpose, state, round, attempts },
  lastError,
});

const RESEND_BOUND = 500;

/** After the way out was down: everything that failed for it, in one go. Gives how many. */
export async function resendFailed(ctx: Ctx): Promise<number> {
  requireAdmin(ctx.actor);
  const resent = await ctx.db.execute<{ id: string }>(sql`
    update deliveries d set ${resentAs(sql`f.nth > 1`)}, due_at = ${ctx.now.toISOString()}
    from (select id, row_number() over (partition by person_id, purpose, ticket_number order by created_at desc, id) as nth
      from deliveries where state = 'failed' order by created_at desc limit ${RESEND_BOUND}) f
    where f.id = d.id and d.state = 'failed' returning d.id`);
  if (resent.length === 0) return 0;
  await recordAudit(ctx, {
    action: "delivery.all_resent",
    object: { id: "failed", name: "failed" },
    before: { state: "failed" },
    after: { state: "waiting", letters: resent.length },
  });
  return resent.length;
}
