import type { Server } from "node:http";
import { failOn } from "#app/boot/fail.ts";
import { openRefusalLog } from "#app/domain/audit/refusals.server.ts";
import { env } from "#app/env.server.ts";
import { isUnavailable } from "#app/http/unavailable.server.ts";
import { log } from "#app/lib/log.server.ts";
import { openLive } from "#app/live/open-live.server.ts";
import { type Running, seed, startDemoLife, startJobs, type Writing } from "#app/server/background.server.ts";
import { letterRenderer, openFrontend } from "#app/server/build.server.ts";
import { openWatchedDatabase } from "#app/server/database.server.ts";
import { listen } from "#app/server/listen.server.ts";
import { databaseErrors } from "#app/server/metrics.server.ts";
import { drain, stopper } from "#app/server/stop.server.ts";
import { createWebApp } from "#app/server/web-app.server.ts";
import "#app/http/load-context.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const dev = env.NODE_ENV === "development";
const isWeb = env.TRAM_ROLES.includes("web");
const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const FOREIGN_FORMS = "Others can open pages but not send forms: set APP_URL to the address they use.";
const isWorker = env.TRAM_ROLES.includes("worker");

async function main(): Promise<void> {
  let stopAsked = false;
  let stop: ((code: number) => Promise<void>) | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      stopAsked = true;
      if (stop) void stop(0);
      // Nothing of ours runs yet but what a broken-off migration undoes; an embedded database is waited for.
      else if (env.DATABASE_URL) process.exit(0);
    });
  }
  const frontend = await openFrontend(dev);
  const database = await openWatchedDatabase(say);
  const live = openLive({ url: database.url, db: () => database.db });
  const refusals = openRefusalLog(() => database.db);
  let server: Server | undefined;
  let jobs: Running | undefined;
  let life: Writing | undefined;

  stop = stopper([
    ["live", () => live.stop()],
    ["requests and jobs", () => Promise.all([server && drain(server), jobs?.stop(), life?.stop()])],
    ["frontend", async () => frontend.close()],
    ["what was refused", () => refusals.flush()],
    ["database", () => database.close()],
  ]);
  // Asked while the database was still starting: it must not be left running alone.
  if (stopAsked) return stop(0);
  process.on("uncaughtException", (err) => {
    log.fatal({ err }, "uncaught");
    // A database that went away is waited for, wherever in the process it was noticed.
    if (!isUnavailable(err)) void stop?.(1);
  });

  try {
    if (isWeb) {
      const app = createWebApp({
        origins: env.APP_ORIGINS,
        trustProxy: env.TRUST_PROXY,
        dev,
        ...frontend,
        checks: {
          database: () => database.isReady(),
          jobs: () => (isWorker ? jobs?.isWell() : true),
          mail: () => jobs?.mailIsWell() ?? true,
          dataDir: env.DATA_DIR,
        },
        live: live.handler,
        databaseIsDown: database.isDown,
        onRefused: refusals.note,
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
      if (!LOOPBACK.has(env.HOST) && env.APP_ORIGINS.length > 1) say(FOREIGN_FORMS);
    }
    const demo = env.TRAM_DEMO ?? database.embedded;
    await seed(database, demo, say);
    if (isWorker) jobs = await startJobs(database, letterRenderer(frontend));
    if (isWorker && demo && env.TRAM_DEMO_DAYS > 0) life = startDemoLife(database, say);
  } catch (error) {
    // Whatever was under way when everything was closed around it failed for that reason.
    if (stopAsked) return;
    await live.stop();
    await database.close();
    throw error;
  }
}

await main().catch(failOn);
