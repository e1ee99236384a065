import { sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";
import { networkOf } from "#app/lib/network.ts";
import { SYSTEM } from "../policy/actor.ts";
import type { Visitor } from "./session-start.server.ts";

const QUARTER_SECONDS = 15 * 60;
const HOUR_SECONDS = 60 * 60;

/** Nobody's mailbox is filled by strangers, and nobody tries out a whole office. */
function limitsOf(email: string, network: string): readonly [key: string, limit: number, seconds: number][] {
  return [
    [`forgot:${email}:${network}`, 3, QUARTER_SECONDS],
    [`forgot:${email}`, 6, HOUR_SECONDS],
    [`forgot:${network}`, 30, QUARTER_SECONDS],
  ];
}

export type Asked = { ok: true } | { ok: false; retryAfterSeconds: number };

/** Same answer and same work for every address: for one that gets no letter, one is put for a stand-in and taken back. */
export async function askForReset(visitor: Visitor, typed: string): Promise<Asked> {
  const email = typed.trim().toLowerCase();
  const hits = [];
  for (const [key, limit, seconds] of limitsOf(email, networkOf(visitor.peer)))
    hits.push(await hit(visitor.db, key, limit, seconds));
  const blocked = hits.find((one) => !one.ok);
  if (blocked) return { ok: false, retryAfterSeconds: blocked.retryAfterSeconds };

  await inContext(visitor.db, SYSTEM, visitor.now, async (bare) => {
    const ctx: Ctx = { ...bare, peer: visitor.peer, requestId: visitor.requestId };
    // Waiting for the disk would tell by its milliseconds that there is something to keep.
    await ctx.db.execute(sql`set local synchronous_commit = off`);
    const reader = await findReader(ctx, email);
    if (!reader) return;
    await ctx.db.execute(sql`savepoint letter`);
    const purpose = reader.joined ? "password_reset" : "invitation";
    await putLetter(ctx, { personId: reader.id, purpose });
    await recordAudit(ctx, { action: "account.reset_asked", object: { id: reader.id, name: reader.name } });
    await ctx.db.execute(reader.gets ? sql`release savepoint letter` : sql`rollback to savepoint letter`);
  });
  return { ok: true };
}

type Reader = { id: number; name: string; joined: boolean; gets: boolean };

/**
 * Whoever has this address, or a stand-in. No letter goes to the disabled, to people who were never invited, and while one
 * waits to be sent; who was invited and has no password yet is invited again.
 */
async function findReader({ db }: Ctx, email: string): Promise<Reader | undefined> {
  const [reader] = await db.execute<Reader>(sql`
    select p.id, p.full_name as name, c.person_id is not null as joined,
      p.email = ${email} and p.disabled_at is null and (c.person_id is not null or p.invited_at is not null)
        and not exists (
          select from deliveries d where d.person_id = p.id and d.state in ('waiting', 'queued')
            and d.purpose = case when c.person_id is null then 'invitation' else 'password_reset' end) as gets
    from people p left join credentials c on c.person_id = p.id
    where p.email = ${email} or p.id = (select min(person_id) from credentials)
    order by p.email = ${email} desc limit 1`);
  return reader;
}
