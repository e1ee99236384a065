import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Delivery } from "#app/db/outbox.server.ts";
import { mailDue } from "./quiet-hours.ts";

/** More letters about tickets than this in that time are read by nobody: the rest comes as one. */
const MOST = 10;
const WITHIN_MINUTES = 10;
/** What presses at the counter is not kept back by ordinary letters. */
const MOST_URGENT = 2 * MOST;

type Due = Pick<Delivery, "id" | "personId" | "purpose" | "ticketNumber" | "state" | "createdAt" | "dueAt">;
const isUrgent = ({ createdAt, dueAt }: Due) => dueAt < mailDue(createdAt, false, null);

/** Those of the due letters that would be a flood to their readers, beyond what they got lately. */
export async function floodOf<T extends Due>(ctx: Ctx, due: readonly T[]): Promise<T[]> {
  const fresh = due.filter(({ state, purpose }) => state === "waiting" && purpose === "ticket");
  if (fresh.length === 0) return [];
  const people = `{${[...new Set(fresh.map(({ personId }) => personId))].join(",")}}`;
  const lately = await ctx.db.execute<{ person_id: number; n: number }>(sql`
    select person_id, count(*)::int as n from deliveries
    where purpose = 'ticket' and person_id = any (${people}::int[]) and state <> 'dropped'
      and queued_at > ${ctx.now.toISOString()}::timestamptz - make_interval(mins => ${WITHIN_MINUTES})
    group by person_id`);
  const had = new Map(lately.map(({ person_id, n }) => [person_id, n]));
  return fresh.filter((one) => {
    const n = had.get(one.personId) ?? 0;
    const tooMany = n >= (isUrgent(one) ? MOST_URGENT : MOST);
    if (!tooMany) had.set(one.personId, n + 1);
    return tooMany;
  });
}

/** Turns letters into one that lists their tickets, a while later, so that what still comes is in it too. */
export async function gather(ctx: Ctx, flood: readonly Due[]): Promise<void> {
  if (flood.length === 0) return;
  const ids = sql`${`{${flood.map(({ id }) => id).join(",")}}`}::uuid[]`;
  const at = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    update notifications n set mail = 'digest' from deliveries d
    where d.id = any (${ids}) and n.person_id = d.person_id and n.ticket_number = d.ticket_number
      and n.mail = 'now' and n.mailed_at is null and n.delivery_id is null`);
  await ctx.db.execute(sql`update deliveries set state = 'dropped', last_error = 'gathered' where id = any (${ids})`);
  await ctx.db.execute(sql`
    insert into deliveries (person_id, purpose, created_at, due_at)
    select distinct person_id, 'digest', ${at}, ${at} + make_interval(mins => ${WITHIN_MINUTES})
    from deliveries where id = any (${ids}) order by person_id
    on conflict (person_id) where state = 'waiting' and purpose = 'digest' do nothing`);
}
