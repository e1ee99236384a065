import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "#app/db/connect.server.ts";
import { startTestCluster } from "#tests/support/cluster.ts";
import { patient } from "#tests/support/patience.ts";

const KILLS = 10;
const SAFE = { max_connections: "50" };

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let pool: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  cluster = await startTestCluster(SAFE);
  pool = openDatabase(cluster.url(), { owner: true, max: 4 });
});
beforeEach(async () => {
  await pool.sql`drop table if exists notes`;
  await pool.sql`create table notes (body text)`;
});
afterAll(async () => {
  await pool?.close();
  await cluster?.stop();
});

test("PostgreSQL is killed ten times under transactions: the process lives, what was committed stays", async () => {
  const crashes: unknown[] = [];
  const note = (error: unknown) => crashes.push(error);
  process.on("uncaughtException", note);
  const committed: string[] = [];

  for (let kill = 0; kill < KILLS; kill++) {
    let writing = true;
    const write = async (writer: number) => {
      for (let i = 0; writing; i++) {
        const body = `${kill}/${writer}/${i}`;
        const done = await pool.sql
          .begin(async (tx) => {
            await tx`insert into notes values (${body})`;
            await Promise.all([tx`select pg_sleep(0.002)`, tx`select count(*) from notes where body like ${"%9%"}`]);
          })
          .catch(() => false);
        if (done !== false) committed.push(body);
        else await sleep(10);
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    await sleep(60 + 17 * kill);
    killNow();
    await sleep(50);
    await startAgain();
    const back = Date.now();
    await until(async () => (await pool.sql`select 1`.catch(() => [])).length === 1);
    expect(Date.now() - back).toBeLessThan(patient(5_000));
    writing = false;
    await Promise.all(writers);
  }

  process.off("uncaughtException", note);
  expect(crashes).toEqual([]);
  const kept = new Set((await pool.sql`select body from notes`).map((row) => row.body));
  expect(committed.length).toBeGreaterThan(KILLS);
  expect(committed.filter((body) => !kept.has(body))).toEqual([]);
}, 180_000);

test("a transaction that lost its connection never reaches the next owner of that connection", async () => {
  const single = openDatabase(cluster.url(), { owner: true, max: 1 });
  let revived = () => {};
  const waiting = new Promise<void>((done) => (revived = done));
  let late: unknown;
  const lost = single.sql
    .begin(async (tx) => {
      const [self] = await tx`select pg_backend_pid() as pid`;
      await terminate(self?.pid);
      await waiting;
      late = await tx`insert into notes values ('stray')`.catch((error: Error) => error);
      throw new Error("given up");
    })
    .catch((error: Error) => error);
  expect(await lost).toMatchObject({ code: expect.stringMatching(/CONNECTION_CLOSED|57P01/) });

  await single.sql.begin(async (tx) => {
    await tx`insert into notes values ('first')`;
    revived();
    await sleep(50);
    await tx`insert into notes values ('second')`;
  });
  expect(late).toMatchObject({ code: "CONNECTION_CLOSED" });
  expect((await single.sql`select body from notes`).map((row) => row.body)).toEqual(["first", "second"]);
  await single.close();
});

test("a pool whose connections were cut can be closed", async () => {
  const cut = openDatabase(cluster.url(), { owner: true, max: 2 });
  const open = cut.sql.begin(async (tx) => {
    const [self] = await tx`select pg_backend_pid() as pid`;
    await terminate(self?.pid);
    await tx`select pg_sleep(5)`;
  });
  await expect(open).rejects.toThrow();
  const from = Date.now();
  await cut.close();
  expect(Date.now() - from).toBeLessThan(patient(1_000));
});

test("a connection lost while it asks for the array types fails its own query and nothing else", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on("unhandledRejection", note);
  const target = new URL(cluster.url());
  const cutter = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    client.on("data", (bytes) => (bytes.includes("typarray") ? client.resetAndDestroy() : server.write(bytes)));
    server.on("data", (bytes) => client.write(bytes));
    client.on("error", () => {}).on("close", () => server.destroy());
    server.on("error", () => {});
  });
  await new Promise<void>((listening) => cutter.listen(0, "127.0.0.1", listening));
  target.hostname = "127.0.0.1";
  const through = Object.assign(new URL(target), { port: String((cutter.address() as AddressInfo).port) });
  const cut = openDatabase(through.href, { owner: true, max: 1 });

  await expect(cut.sql`select 1`).rejects.toThrow(/ECONNRESET|CONNECTION_CLOSED/);
  await sleep(20);
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);

  await cut.close();
  cutter.close();
});

async function terminate(pid: number) {
  const other = postgres(cluster.url(), { max: 1 });
  await other`select pg_terminate_backend(${pid})`;
  await other.end();
}

function killNow() {
  const pid = cluster.pid();
  if (pid) process.kill(pid, "SIGKILL");
}

// The orphans of a killed postmaster need a moment to notice; until then a new one refuses.
async function startAgain() {
  await until(() =>
    cluster.start().then(
      () => true,
      () => false,
    ),
  );
}

async function until(condition: () => Promise<boolean>) {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(25)) if (await condition()) return;
  throw new Error("It did not happen within 15 seconds.");
}
