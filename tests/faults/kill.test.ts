import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCluster } from "#tests/support/cluster.ts";
import { type RunningApp, startApp } from "#tests/support/server.ts";
import { numberIn, type Visitor, visit } from "#tests/support/visitor.ts";

const ROUNDS = 10;
const DURABLE = { fsync: "on", synchronous_commit: "on" };
const PEOPLE = ["lan@tanbinh.example", "chau@tanbinh.example", "minh@dx.example", "hoa@binhhunghoa.example"] as const;

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let app: RunningApp;
let visitors: Visitor[];
const env = () => ({ DATABASE_URL: cluster.url(), TRAM_DEMO: "1", TRAM_DEMO_DAYS: "0" });

beforeAll(async () => {
  cluster = await startTestCluster(DURABLE);
  app = await startApp({ env: env() });
  visitors = await Promise.all(PEOPLE.map((email) => visit(app.url, email)));
}, 120_000);
afterAll(async () => {
  await app.stop();
  await cluster.stop();
});

/** Every id that was sent, and the ones whose answer said that it is kept. */
const sent = new Map<string, { path: string; acknowledged: boolean }>();

async function openOne(visitor: Visitor, system: string): Promise<number> {
  const form = {
    commandId: randomUUID(),
    kind: "software_error",
    systemId: system,
    title: "Bị treo",
    impact: "one_person",
  };
  const answer = await visitor.post("/tickets/new", form);
  return numberIn(answer.headers.get("Location"));
}

/** Replies as fast as answers come, until told to stop; a failed request is sent again by nobody. */
async function write(visitor: Visitor, number: number, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const commandId = randomUUID();
    sent.set(commandId, { path: `/tickets/${number}`, acknowledged: false });
    const answer = await visitor
      .post(`/tickets/${number}`, { intent: "reply", body: `Dòng ${commandId}`, commandId })
      .catch(() => null);
    if (answer && answer.status < 400) sent.set(commandId, { path: `/tickets/${number}`, acknowledged: true });
    else await sleep(20);
  }
}

async function writeWhile(disaster: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const system = await rows((sql) => sql`select id from systems order by id limit 1`);
  const numbers = await Promise.all(visitors.map((visitor) => openOne(visitor, String(system[0]?.id))));
  const writers = visitors.flatMap((visitor, i) => [0, 1].map(() => write(visitor, numbers[i] ?? 0, stop.signal)));
  await sleep(100 + Math.random() * 300);
  await disaster();
  stop.abort();
  await Promise.all(writers);
}

async function rows(ask: (sql: postgres.Sql) => postgres.PendingQuery<postgres.Row[]>): Promise<postgres.Row[]> {
  const sql = postgres(cluster.url(), { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

async function expectNothingLostAndNothingHalf(): Promise<void> {
  const kept = new Set((await rows((sql) => sql`select id from commands where verb = 'reply'`)).map((row) => row.id));
  const lost = [...sent].filter(([id, { acknowledged }]) => acknowledged && !kept.has(id));
  expect(lost).toEqual([]);
  const halves = await rows(
    (sql) => sql`
      select
        (select count(*)::int from commands where result is null) as unanswered,
        (select count(*)::int from commands c where verb = 'reply'
           and not exists (select from ticket_events e where e.command_id = c.id)) as without_event,
        (select count(*)::int from messages m
           where not exists (select from ticket_events e where e.message_id = m.id)) as without_history,
        (select count(*)::int from tickets t
           where last_event_id <> (select max(id) from ticket_events e where e.ticket_number = t.number)) as behind`,
  );
  expect(halves).toEqual([{ unanswered: 0, without_event: 0, without_history: 0, behind: 0 }]);
  const twice = await rows((sql) => sql`select body from messages group by body having count(*) > 1`);
  expect(twice).toEqual([]);
}

test(`the app is killed ${ROUNDS} times while eight people write`, { timeout: 240_000 }, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await writeWhile(() => app.kill());
    app = await startApp({ env: env(), dataDir: app.dataDir, port: app.port });
    await expectNothingLostAndNothingHalf();
  }
  expect([...sent.values()].filter(({ acknowledged }) => acknowledged).length).toBeGreaterThan(ROUNDS);
});

test(`PostgreSQL is killed ${ROUNDS} times while eight people write, and the app lives through it`, {
  timeout: 240_000,
}, async () => {
  const { pid } = app;
  for (let round = 0; round < ROUNDS; round++) {
    await writeWhile(async () => {
      process.kill(cluster.pid() ?? 0, "SIGKILL");
      await sleep(200);
      const away = await visitors[0]?.get("/tickets");
      expect(away?.status).toBe(503);
      expect(away?.headers.get("Retry-After")).not.toBeNull();
      await cluster.start();
      await until(async () => (await fetch(`${app.url}/readyz`)).ok);
    });
    process.kill(pid, 0);
    await expectNothingLostAndNothingHalf();
  }
});

test("what was cut off is sent once more, and once more, and stands there once", { timeout: 60_000 }, async () => {
  const cut = [...sent].filter(([, { acknowledged }]) => !acknowledged).slice(0, 20);
  const own = await rows((sql) => sql`select number, email from tickets join people on people.id = reporter_id`);
  for (const [commandId, { path }] of [...cut, ...cut]) {
    const email = own.find((row) => row.number === numberIn(path))?.email;
    const visitor = visitors[PEOPLE.indexOf(email)];
    const answer = await visitor?.post(path, { intent: "reply", body: `Dòng ${commandId}`, commandId });
    expect(answer?.status).toBeLessThan(400);
  }
  await expectNothingLostAndNothingHalf();
});

async function until(ready: () => Promise<boolean>, limitMs = 5_000): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(50))
    if (await ready().catch(() => false)) return;
  throw new Error(`not ready after ${limitMs} ms`);
}
