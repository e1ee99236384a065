import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { putLetter } from "#app/db/outbox.server.ts";
import { relayDue } from "#app/domain/notifications/outbox.server.ts";
import { openBreaker } from "#app/jobs/breaker.ts";
import { jobIdOf } from "#app/jobs/letters.server.ts";
import { sendLetter } from "#app/jobs/send-letter.server.ts";
import { type Jobs, startJobs } from "#app/jobs/start.server.ts";
import { idOf } from "#tests/support/cast.ts";
import { openPostOffice } from "./post-office.ts";

const office = await openPostOffice({ timeoutMs: 5_000 });
const { asSystem, double, lettersOf } = office;
const running: Jobs[] = [];
const FAST = {
  relayMs: 100,
  tries: { retryLimit: 2, retryDelay: 1, retryDelayMax: 1 },
  breaker: openBreaker({ failures: 1e6 }),
};
const startWorker = async () => {
  const jobs = await startJobs({ url: office.url, db: () => office.db, post: office.post, letters: FAST });
  running.push(jobs);
};
const stopAll = () => Promise.all(running.splice(0).map((jobs) => jobs.stop()));
const down = {
  kind: "fails",
  status: 500,
  body: '{"statusCode":500,"name":"application_error","message":""}',
} as const;

beforeAll(async () => {
  await startWorker();
  await stopAll();
});
beforeEach(() => office.clear());
afterAll(async () => {
  await stopAll();
  await office.close();
});

const put = (times = 1) =>
  asSystem(async (ctx) => {
    for (let i = 0; i < times; i++) await putLetter(ctx, { personId: idOf("lan"), purpose: "test" });
  });
const states = async () => {
  const rows = await office.owner.sql`select state, count(*)::int as n from deliveries group by state`;
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};
const patient = { timeout: 30_000, interval: 200 };

test("two workers, many letters: each is sent once, under one key", async () => {
  await put(60);
  await Promise.all([startWorker(), startWorker()]);
  await vi.waitFor(async () => expect(await states()).toEqual({ sent: 60 }), patient);
  const keys = double.asked.map(({ idempotencyKey }) => idempotencyKey);
  expect(keys).toHaveLength(60);
  expect(new Set(keys).size).toBe(60);
  await stopAll();
}, 60_000);

test("C10: jobs forced to run again, and at once, make one letter each at the provider", async () => {
  const before = double.letters();
  await put(20);
  const ready: { id: string; round: number }[] = [];
  await relayDue(office.db, new Date(), async (due) => void ready.push(...due));
  const tries = [...ready, ...ready].map(({ id, round }) =>
    sendLetter({ id, round, db: office.db, post: office.post, breaker: FAST.breaker }),
  );
  expect(new Set(await Promise.all(tries))).toEqual(new Set(["settled"]));
  expect(double.letters() - before).toBe(20);
  const keysOf = new Map<string, Set<string | undefined>>();
  for (const { body, idempotencyKey } of double.asked) {
    const id = body.headers["Message-ID"] ?? "";
    keysOf.set(id, (keysOf.get(id) ?? new Set()).add(idempotencyKey));
  }
  expect([...keysOf.values()].map(({ size }) => size)).toEqual(Array(20).fill(1));
  expect(await states()).toEqual({ sent: 20 });
});

test("F06: a provider that stays down: tried again with one key, given up, and sent when an admin has it sent again", async () => {
  double.behaves(down, down, down);
  await put();
  await startWorker();
  await vi.waitFor(async () => expect(await states()).toEqual({ failed: 1 }), patient);
  expect((await lettersOf("lan"))[0]).toMatchObject({ attempts: 3, lastError: expect.stringContaining("resend 500") });
  expect(new Set(double.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  await office.owner.db.execute(
    sql`update deliveries set state = 'waiting', round = round + 1, attempts = 0, due_at = now()`,
  );
  await vi.waitFor(async () => expect(await states()).toEqual({ sent: 1 }), patient);
  expect(new Set(double.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  await stopAll();
}, 90_000);

test("F13: a worker that dies after sending and before marking: done again with the same key", async () => {
  const before = double.letters();
  await put();
  const dying = {
    ...office.post,
    transport: {
      ...office.post.transport,
      send: async (...args: Parameters<typeof office.post.transport.send>) => {
        await office.post.transport.send(...args);
        throw new Error("killed");
      },
    },
  };
  const [job] = await handOver();
  if (!job) throw new Error("nothing was due");
  expect(await sendLetter({ ...job, db: office.db, post: dying, breaker: FAST.breaker })).toBe("again");
  expect(await sendLetter({ ...job, db: office.db, post: office.post, breaker: FAST.breaker })).toBe("settled");
  expect(double.asked).toHaveLength(2);
  expect(double.letters() - before).toBe(1);
});

test("handed over twice, a letter is one job", async () => {
  await put();
  const [job] = await handOver();
  if (!job) throw new Error("nothing was due");
  const boss = new PgBoss({ connectionString: office.url, schema: "pgboss", supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  const id = jobIdOf(job);
  await boss.insert("send-letter", [{ id, data: job }]);
  await boss.insert("send-letter", [{ id, data: job }]);
  const rows = await office.owner.sql`select state from pgboss.job where id = ${id}`;
  expect(rows).toHaveLength(1);
  await boss.deleteAllJobs("send-letter");
  await boss.stop({ graceful: false });
  await sleep(50);
});

async function handOver() {
  const ready: Parameters<typeof jobIdOf>[0][] = [];
  await relayDue(office.db, new Date(), async (due) => void ready.push(...due));
  return ready;
}
