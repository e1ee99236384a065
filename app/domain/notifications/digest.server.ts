import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "../policy/actor.ts";

const BOUND = 5_000;

/** One letter for everybody who has unread news that they wanted once a day. A second run finds it already put. */
export function putDigests(db: Db, now: Date): Promise<number> {
  const at = now.toISOString();
  return inContext(db, SYSTEM, now, async (ctx) => {
    const put = await ctx.db.execute(sql`
      insert into deliveries (person_id, purpose, created_at, due_at)
      select distinct n.person_id, 'digest', ${at}::timestamptz, ${at}::timestamptz
      from notifications n join people p on p.id = n.person_id
      where n.mail = 'digest' and n.mailed_at is null and n.delivery_id is null and n.read_at is null
        and n.at > ${at}::timestamptz - interval '7 days' and p.disabled_at is null
      order by n.person_id limit ${BOUND}
      on conflict (person_id) where state = 'waiting' and purpose = 'digest' do nothing
      returning id`);
    return put.length;
  });
}
