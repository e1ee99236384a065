import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ANONYMOUS } from "#app/domain/policy/actor.ts";
import { pageTransaction } from "#app/http/transaction.server.ts";
import { watchDatabase } from "#app/server/database-watch.server.ts";
import { until } from "#tests/live/stream-reader.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let watch: ReturnType<typeof watchDatabase>;

/** A network that can fall silent: sockets stay open, nothing passes, as when a firewall forgets a connection. */
async function startProxy(target: URL) {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => silent || to.write(chunk));
      from.on("close", () => silent || to.destroy());
      from.on("error", () => {});
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: () => {
      silent = true;
    },
    speakAgain: () => {
      silent = false;
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

beforeAll(async () => {
  database = await openTestDatabase();
  const url = new URL(database.url);
  proxy = await startProxy(new URL(database.url));
  url.port = String(proxy.port);
  watch = watchDatabase(url.toString());
  await until(() => !watch.isDown());
});
afterAll(async () => {
  const closing = watch.close();
  proxy.stop();
  await closing;
  await database.close();
});

const page = () => pageTransaction(watch.pool().db, ANONYMOUS, ({ db }) => db.execute(sql`select 1`));

test("a network that swallows everything is noticed, refused within five seconds, and healed without a restart", async () => {
  await Promise.all([page(), page(), page()]);
  expect(await watch.isReady()).toBe(true);

  proxy.fallSilent();
  const asked = performance.now();
  await expect(page()).rejects.toMatchObject({ code: "DEADLINE" });
  expect(performance.now() - asked).toBeLessThan(5_500);
  await until(watch.isDown, 5_000);
  expect(await watch.isReady()).toBe(false);
  const before = watch.pool();
  await until(() => watch.pool() !== before, 10_000);

  proxy.speakAgain();
  await until(() => !watch.isDown(), 10_000);
  await page();
  expect(await watch.isReady()).toBe(true);
}, 40_000);
