import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { type Actor, SYSTEM } from "#app/domain/policy/actor.ts";

export type Viewer = { ticket: number; personId: number; name: string };

const STALE_SECONDS = 30;
const MAX_VIEWERS = 200;

const asSystem = <T>(db: Db, work: Parameters<typeof inContext<T>>[3]) => inContext(db, SYSTEM, new Date(), work);
const list = (values: readonly (string | number)[]) => `{${values.join(",")}}`;

/** False when the actor may not read the ticket, exactly as when there is none. */
export function startViewing(
  db: Db,
  actor: Actor,
  viewing: { id: string; personId: number; ticket: number },
): Promise<boolean> {
  return inContext(db, actor, new Date(), async ({ db: tx }) => {
    const rows = await tx.execute(sql`
      insert into ticket_viewers (connection_id, ticket_number, person_id)
      select ${viewing.id}::uuid, number, ${viewing.personId} from tickets where number = ${viewing.ticket} returning 1`);
    if (rows.length > 0) await tx.execute(sql`select pg_notify('tram_live', ${JSON.stringify({ v: viewing.ticket })})`);
    return rows.length > 0;
  });
}

export async function stopViewing(db: Db, ids: readonly string[]): Promise<void> {
  await asSystem(db, ({ db: tx }) =>
    tx.execute(sql`
      with gone as (delete from ticket_viewers where connection_id = any (${list(ids)}::uuid[]) returning ticket_number)
      select pg_notify('tram_live', json_build_object('v', ticket_number)::text) from gone`),
  );
}

/** Keeps ours alive, and clears away those of a node that died. */
export async function stillViewing(db: Db, ids: readonly string[]): Promise<void> {
  await asSystem(db, async ({ db: tx }) => {
    await tx.execute(sql`update ticket_viewers set seen_at = now() where connection_id = any (${list(ids)}::uuid[])`);
    await tx.execute(sql`
      with gone as (
        delete from ticket_viewers where seen_at < now() - make_interval(secs => ${STALE_SECONDS}) returning ticket_number
      ) select pg_notify('tram_live', json_build_object('v', ticket_number)::text) from gone`);
  });
}

export function listViewers(db: Db, tickets: readonly number[]): Promise<Viewer[]> {
  return asSystem(db, async ({ db: tx }) => {
    const rows = await tx.execute<{ ticket: number; person_id: number; name: string }>(sql`
      select distinct v.ticket_number as ticket, v.person_id, p.full_name as name
      from ticket_viewers v join people p on p.id = v.person_id
      where v.ticket_number = any (${list(tickets)}::integer[]) and v.seen_at > now() - make_interval(secs => ${STALE_SECONDS})
      order by name limit ${MAX_VIEWERS}`);
    return rows.map((row) => ({ ticket: row.ticket, personId: row.person_id, name: row.name }));
  });
}
