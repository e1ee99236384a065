import { PgBoss } from "pg-boss";
import type { Db } from "#app/db/connect.server.ts";
import { log } from "#app/lib/log.server.ts";
import { type LetterOptions, startLetters } from "./letters.server.ts";
import { startRecomputing } from "./recompute.server.ts";
import { SCHEDULED } from "./scheduled.server.ts";
import type { Post } from "./send-letter.server.ts";

type JobsOptions = {
  url: string;
  db(): Db;
  /** Who writes and carries letters; without, they stay in the outbox. */
  post?: Post;
  letters?: Pick<LetterOptions, "relayMs" | "tries" | "breaker">;
};
export type Jobs = { isWell(): boolean; stop(): Promise<void> };

const STOP_MS = 8_000;
const POLL_SECONDS = 2;
/** Polling that fails says so every few seconds; silence for this long means that it works again. */
const TROUBLED_MS = 15_000;

/**
 * Background work, in the same database. Its tables are the owner's; the work itself goes through the app's role and
 * row-level security like everything else. A database that is away is only waited for.
 */
export async function startJobs({ url, db, post, letters }: JobsOptions): Promise<Jobs> {
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
  const mail = post && (await startLetters({ boss, db, post, pollSeconds: POLL_SECONDS, ...letters }));
  const recomputing = startRecomputing({ db });
  return {
    isWell: () => Date.now() - troubleAt > TROUBLED_MS,
    async stop() {
      await Promise.all([mail?.stop(), recomputing.stop()]);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}
