import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job, JobResult, PgBoss } from "pg-boss";
import type { Db } from "#app/db/connect.server.ts";
import { markFailed, outboxHealth, type Ready, relayDue } from "#app/domain/notifications/outbox.server.ts";
import { log } from "#app/lib/log.server.ts";
import { lettersDueSeconds, lettersFailed } from "#app/server/metrics.server.ts";
import { type Breaker, openBreaker } from "./breaker.ts";
import { type LetterJob, type Post, sendLetter } from "./send-letter.server.ts";

const QUEUE = "send-letter";
const GIVEN_UP = "letters-given-up";

/** A dead worker's letter comes back within two minutes; one that fails is tried for about an hour, at most half an hour apart. */
const TRIES = {
  retryLimit: 8,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 1_800,
  heartbeatSeconds: 30,
  expireInSeconds: 600,
  deleteAfterSeconds: 86_400,
};
const RELAY_MS = 2_000;
const BATCH = 10;
const AT_ONCE = 2;
/** Turns of the relay between looks at the outbox for the metrics. */
const MEASURED_EVERY = 15;

export type LetterOptions = {
  boss: PgBoss;
  db(): Db;
  post: Post;
  pollSeconds: number;
  relayMs?: number;
  tries?: Partial<typeof TRIES>;
  breaker?: Breaker;
};

/** Named by its letter, round and due time, so that handing it over twice makes one job. */
export function jobIdOf({ id, round, dueAt }: Ready): string {
  const hex = createHash("sha256").update(`${id} ${round} ${dueAt.toISOString()}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** From the outbox to the queue, and from there to the provider. */
export async function startLetters(options: LetterOptions): Promise<{ stop(): Promise<void> }> {
  const { boss, db, post, pollSeconds, relayMs = RELAY_MS, tries, breaker = openBreaker() } = options;
  await boss.createQueue(GIVEN_UP, { retryLimit: 20, retryDelay: 30, deleteAfterSeconds: 86_400 });
  await boss.createQueue(QUEUE, { ...TRIES, ...tries, deadLetter: GIVEN_UP });

  const polling = { pollingIntervalSeconds: pollSeconds, batchSize: BATCH };
  const work = { ...polling, burstWhenBatchFull: true, localConcurrency: AT_ONCE, perJobResults: true } as const;
  await boss.work(QUEUE, work, async (jobs: Job<LetterJob>[]) => {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await tryOne(job));
    return results;
  });
  async function tryOne({ id, data, signal }: Job<LetterJob>): Promise<JobResult> {
    try {
      const outcome = await sendLetter({ ...data, db: db(), post, breaker, signal });
      return { id, status: outcome === "settled" ? "completed" : "failed" };
    } catch (err) {
      log.warn({ err, delivery: data.id }, "a letter's job failed");
      return { id, status: "failed" };
    }
  }
  await boss.work<LetterJob>(GIVEN_UP, polling, async (jobs) => {
    for (const { data } of jobs) {
      if (await markFailed(db(), data, null, new Date())) log.error({ delivery: data.id }, "a letter was given up");
    }
  });

  const enqueue = async (ready: readonly Ready[]) => {
    await boss.insert(
      QUEUE,
      ready.map((one) => ({ id: jobIdOf(one), data: { id: one.id, round: one.round } satisfies LetterJob })),
    );
  };
  const stopping = new AbortController();
  const relaying = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      if (turn % MEASURED_EVERY === 0) await measure(db()).catch(() => {});
      await relayDue(db(), new Date(), enqueue).catch((err: unknown) => log.warn({ err }, "letters cannot be queued"));
      await sleep(relayMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await relaying;
    },
  };
}

async function measure(db: Db): Promise<void> {
  const { oldestSeconds, failed } = await outboxHealth(db, new Date());
  lettersDueSeconds.set(oldestSeconds);
  lettersFailed.set(failed);
}
