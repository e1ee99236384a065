import { PgBoss } from "pg-boss";
import type { Db } from "#app/db/connect.server.ts";
import { log } from "#app/lib/log.server.ts";
import { SCHEDULED } from "./scheduled.server.ts";

type JobsOptions = { url: string; db(): Db };
export type Jobs = { isWell(): boolean; stop(): Promise<void> };

const STOP_MS = 8_000;
const POLL_SECONDS = 2;
/** Polling that fails says so every few seconds; silence for this long means that it works again. */
const TROUBLED_MS = 15_000;

/**
 * Background work, in the same database. Its tables are the owner's; the work itself goes through the app's role and
 * row-level security like everything else. A database that is away is only waited for.
 */
export async function startJobs({ url, db }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: "pgboss", max: 3, application_name: "tram jobs" });
  let troubleAt = 0;
  boss.on("error", (error) => {
    troubleAt = Date.now();
    log.warn({ err: error }, "jobs: database");
  });
  await boss.start();
  for (const { name, cron, work } of SCHEDULED) {
    await boss.createQueue(name, { policy: "short", retryLimit: 3, retryBackoff: true, expireInSeconds: 300 });
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
      const done = await work(db(), new Date());
      if (done > 0) log.info({ job: name, done }, "job done");
    });
    await boss.schedule(name, cron, null, { tz: "Asia/Ho_Chi_Minh" });
  }
  return {
    isWell: () => Date.now() - troubleAt > TROUBLED_MS,
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS }),
  };
}
