import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase, type Database as Pool } from "#app/db/connect.server.ts";
import { log } from "#app/lib/log.server.ts";
import { isMigrated } from "#drizzle/migrate.ts";

const PROBE_EVERY_MS = 1_000;
const PROBE_MS = 1_000;
const SILENT_PROBES = 3;
const MIGRATIONS_CHECK_MS = 30_000;

/** Resolves false instead of waiting longer. The loser's own failure is heard here, so it cannot end the process. */
async function within(ms: number, work: Promise<unknown>): Promise<"done" | "failed" | "silent"> {
  const timer = new AbortController();
  const outcome = work.then(
    () => "done" as const,
    () => "failed" as const,
  );
  const silence = sleep(ms, "silent" as const, { signal: timer.signal }).catch(() => "silent" as const);
  return Promise.race([outcome, silence]).finally(() => timer.abort());
}

/** Asks once a second. After silence (a swallowed network) the pool is replaced: its sockets would wait for ever. */
export function watchDatabase(url: string) {
  const stopping = new AbortController();
  let pool: Pool = openDatabase(url);
  let probe: Pool = openDatabase(url, { owner: true, max: 1 });
  let down = false;
  let silentProbes = 0;
  let migratedAt = 0;

  const renew = (old: Pool, owner: boolean) => {
    void old.close().catch(() => {});
    return openDatabase(url, owner ? { owner, max: 1 } : {});
  };

  async function ask(): Promise<void> {
    const answer = await within(PROBE_MS, Promise.resolve(probe.sql`select 1`));
    if (stopping.signal.aborted) return;
    if (answer !== "done" && !down) log.error({ answer }, "the database does not answer");
    if (answer === "done" && down) log.info("the database answers again");
    silentProbes = answer === "silent" ? silentProbes + 1 : 0;
    if (answer !== "done") probe = renew(probe, true);
    if (silentProbes === SILENT_PROBES) pool = renew(pool, false);
    down = answer !== "done";
  }

  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await ask();
      await sleep(PROBE_EVERY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();

  return {
    pool: () => pool,
    isDown: () => down,
    async isReady(): Promise<boolean> {
      if (down || (await within(PROBE_MS, Promise.resolve(pool.sql`select 1`))) !== "done") return false;
      if (Date.now() - migratedAt > MIGRATIONS_CHECK_MS && (await isMigrated(probe.sql))) migratedAt = Date.now();
      return Date.now() - migratedAt < 2 * MIGRATIONS_CHECK_MS;
    },
    async close() {
      stopping.abort();
      await watching;
      await Promise.all([pool.close(), probe.close()]).catch(() => {});
    },
  };
}
