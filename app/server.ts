import type { Server } from "node:http";
import { failOn } from "#app/boot/fail.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/lib/log.server.ts";
import { openLive } from "#app/live/open-live.server.ts";
import { type Jobs, seedWhenEmpty, startJobs } from "#app/server/background.server.ts";
import { openFrontend } from "#app/server/build.server.ts";
import { openWatchedDatabase } from "#app/server/database.server.ts";
import { demoLines } from "#app/server/demo-people.server.ts";
import { listen } from "#app/server/listen.server.ts";
import { databaseErrors } from "#app/server/metrics.server.ts";
import { drain, stopper } from "#app/server/stop.server.ts";
import { createWebApp } from "#app/server/web-app.server.ts";
import "#app/http/load-context.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const dev = env.NODE_ENV === "development";
const isWeb = env.TRAM_ROLES.includes("web");
const isWorker = env.TRAM_ROLES.includes("worker");

const isDemo = (embedded: boolean) => env.TRAM_DEMO ?? embedded;

async function main(): Promise<void> {
  const database = await openWatchedDatabase(say);
  const live = openLive({ url: database.url, db: () => database.db });
  let server: Server | undefined;
  let jobs: Jobs | undefined;
  let closeFrontend = async () => {};

  const stop = stopper([
    ["live", () => live.stop()],
    ["requests", async () => server && drain(server)],
    ["frontend", () => closeFrontend()],
    ["jobs", async () => jobs?.stop()],
    ["database", () => database.close()],
  ]);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  process.on("uncaughtException", (err) => {
    log.fatal({ err }, "uncaught");
    void stop(1);
  });

  try {
    if (isWeb) {
      const frontend = await openFrontend(dev);
      closeFrontend = frontend.close;
      const app = createWebApp({
        origins: env.APP_ORIGINS,
        trustProxy: env.TRUST_PROXY,
        dev,
        ...frontend,
        checks: {
          database: () => database.isReady(),
          jobs: () => !isWorker || (jobs?.isWell() ?? false),
          dataDir: env.DATA_DIR,
        },
        live: live.handler,
        databaseIsDown: database.isDown,
        loadContext: (about) => ({
          ...about,
          db: database.db,
          live,
          databaseIsDown: database.isDown,
          onDatabaseError: () => databaseErrors.inc(),
        }),
      });
      server = await listen(app, env.PORT, env.HOST);
      say(`Trạm: ${env.APP_URL}`);
    }
    const demo = isDemo(database.embedded);
    await seedWhenEmpty(database, demo, say);
    if (demo && isWeb) demoLines().forEach(say);
    if (isWorker) jobs = await startJobs(database);
  } catch (error) {
    await live.stop();
    await database.close();
    throw error;
  }
}

await main().catch(failOn);
