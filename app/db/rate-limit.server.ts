import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "./connect.server.ts";

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Counts one hit in a fixed window shared by all nodes. Keys are hashed: they hold addresses of people. */
export async function hit(db: Pick<Db, "execute">, key: string, limit: number, windowSeconds: number) {
  const [row] = await db.execute<{ count: number; left_seconds: number }>(sql`
    insert into rate_limits (key, window_start, count)
    values (${hashed(key)}, to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int), 1)
    on conflict (key, window_start) do update set count = rate_limits.count + 1
    returning count, ceil(extract(epoch from window_start) + ${windowSeconds}::int - extract(epoch from now()))::int as left_seconds`);
  if (!row) throw new Error("rate_limits returned no row");
  return { ok: row.count <= limit, retryAfterSeconds: Math.max(1, row.left_seconds) };
}

/** Takes back the latest hit: what it was for turned out well. */
export async function giveBackHit(db: Pick<Db, "execute">, key: string, windowSeconds: number): Promise<void> {
  await db.execute(sql`
    update rate_limits set count = greatest(count - 1, 0)
    where key = ${hashed(key)} and window_start > now() - make_interval(secs => ${windowSeconds}::int)`);
}

export async function forgiveHits(db: Db, key: string): Promise<void> {
  await db.execute(sql`delete from rate_limits where key = ${hashed(key)}`);
}

export async function sweepRateLimits(db: Db): Promise<void> {
  await db.execute(sql`delete from rate_limits where window_start < now() - interval '1 day'`);
}
