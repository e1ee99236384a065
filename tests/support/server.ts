import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopCluster } from "#app/db/embedded/cluster.server.ts";
import { placeOf } from "#app/db/embedded/place.server.ts";
import { freePort } from "#app/db/embedded/settings.server.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const READY_SECONDS = 120;
const STOP_SECONDS = 20;

export type RunningApp = Awaited<ReturnType<typeof startApp>>;
type AppOptions = { env?: Record<string, string>; dataDir?: string; port?: number; readyAt?: string };

/** The built app as people run it: a process of its own, a data folder and a database of its own, a free port. */
export async function startApp({ env = {}, dataDir, port, readyAt = "/readyz" }: AppOptions = {}) {
  const home = dataDir ?? mkdtempSync(join(realpathSync(tmpdir()), "tram-app-"));
  const listen = port ?? (await freePort());
  const url = `http://127.0.0.1:${listen}`;
  const started = runServer({ PORT: String(listen), DATA_DIR: home, ...env });
  const gone = () => started.child.exitCode !== null || started.child.signalCode !== null;
  await readyOrThrow();

  return {
    url,
    port: listen,
    dataDir: home,
    pid: started.child.pid as number,
    output: started.output,
    /** As `kill -9`: the database stays, as it would. Start again on the same `dataDir`. */
    async kill() {
      started.child.kill("SIGKILL");
      await started.exit;
    },
    /** As an operator would, and nothing is left; gives the exit code. */
    async stop({ keepData = false } = {}) {
      started.child.kill("SIGTERM");
      const late = setTimeout(() => started.child.kill("SIGKILL"), STOP_SECONDS * 1000);
      const code = await started.exit;
      clearTimeout(late);
      await stopCluster(placeOf(home, () => {}));
      if (!keepData) rmSync(home, { recursive: true, force: true });
      return code;
    },
  };

  async function readyOrThrow() {
    for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end && !gone(); await sleep(50)) {
      const answer = await fetch(url + readyAt).catch(() => undefined);
      if (answer?.ok) return;
    }
    started.child.kill("SIGKILL");
    throw new Error(`The app did not get ready at ${url}${readyAt}:\n${started.output()}`);
  }
}

/** A start that is expected to end by itself: its exit code and what it said. */
export async function runToEnd(env: Record<string, string>, limitMs = 50_000) {
  const started = runServer(env);
  const late = setTimeout(() => started.child.kill("SIGKILL"), limitMs);
  const code = await started.exit;
  clearTimeout(late);
  return { code, stderr: started.errors() };
}

function runServer(env: Record<string, string>) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child: ChildProcess = spawn(process.execPath, ["app/server.ts"], {
    cwd: ROOT,
    env: { PATH, HOME, TMPDIR, NODE_ENV: "production", LOG_LEVEL: "info", TRAM_DEMO_DAYS: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let all = "";
  let errors = "";
  child.stdout?.on("data", (chunk: Buffer) => (all += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => {
    all += chunk.toString();
    errors += chunk.toString();
  });
  const exit = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  return { child, exit, output: () => all, errors: () => errors };
}
