import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "#app/boot/fail.ts";
import { isAlive } from "#app/boot/process.ts";
import { type Postmaster, postmasterOf } from "#app/db/embedded/postmaster.server.ts";
import { give, type RunAs } from "#app/db/embedded/run-as.server.ts";

export type Cluster = {
  /** Holds `initdb` and `postgres`. */
  bin: string;
  /** The cluster's own folder. */
  dir: string;
  logFile: string;
  runAs: RunAs | undefined;
};

const READY_SECONDS = 120;
const STOP_SECONDS = 20;
const ORPHANS_SECONDS = 15;
const LOG_BYTES = 10_000_000;
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  TZ: "UTC",
  LC_ALL: "C",
};

/** Built beside its place and renamed into it: a start that was killed leaves nothing half made. */
export async function createCluster(cluster: Cluster, user: string, password: string): Promise<void> {
  const draft = `${cluster.dir}.new-${process.pid}`;
  const secret = `${draft}.secret`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  give(draft, cluster.runAs);
  writeFileSync(secret, password, { mode: 0o600 });
  give(secret, cluster.runAs);
  try {
    const options = ["-U", user, "--pwfile", secret, "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"];
    await run(cluster, join(cluster.bin, "initdb"), ["-D", draft, ...options, ...(await locale(cluster))]);
    renameSync(draft, cluster.dir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartError(
      `The database could not be made (${(error as Error).message}); a PostgreSQL of your own can be given as DATABASE_URL.`,
    );
  } finally {
    rmSync(secret, { force: true });
  }
}

/** What a killed start was making, with the `initdb` that may still be at it. */
export function sweepDrafts(cluster: Cluster): void {
  const drafts = readdirSync(dirname(cluster.dir)).filter((name) => name.startsWith(`${basename(cluster.dir)}.new-`));
  for (const name of drafts) {
    try {
      rmSync(join(dirname(cluster.dir), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // The next start tries again; nothing reads it.
    }
  }
}

/** As `startCluster`, once the orphans of a killed PostgreSQL have let go of its memory. */
export async function restartCluster(...args: Parameters<typeof startCluster>): Promise<Postmaster> {
  for (const end = Date.now() + ORPHANS_SECONDS * 1000; ; await sleep(100)) {
    try {
      return await startCluster(...args);
    } catch (error) {
      if (Date.now() > end || !/still in use/.test(String(error))) throw error;
    }
  }
}

export async function startCluster(cluster: Cluster, port: number, settings: Record<string, string> = {}) {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  if (!postmasterOf(cluster.dir)) rmSync(join(cluster.dir, "postmaster.pid"), { force: true });
  // Detached and with a log of its own, so that neither Ctrl-C nor the death of Trạm takes it along.
  const log = openLog(cluster.logFile);
  const child = spawn(join(cluster.bin, "postgres"), ["-D", cluster.dir, ...flags], {
    cwd: cluster.dir,
    stdio: ["ignore", log, log],
    detached: true,
    env: ENVIRONMENT,
    ...cluster.runAs,
  });
  closeSync(log);
  child.unref();
  return await ready(cluster, child);
}

/** A "fast" stop: open transactions are rolled back, everything committed is on disk. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const postmaster = postmasterOf(cluster.dir);
  if (!postmaster) return;
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    signalTo(postmaster.pid, signal);
    for (const end = Date.now() + STOP_SECONDS * 1000; Date.now() < end; await sleep(20)) {
      if (postmasterOf(cluster.dir)?.pid !== postmaster.pid) return;
    }
  }
}

export async function ready(cluster: Cluster, child?: ChildProcess): Promise<Postmaster> {
  let failure: Error | undefined;
  child?.once("error", (error) => {
    failure = error;
  });
  for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end; await sleep(15)) {
    const postmaster = postmasterOf(cluster.dir);
    if (postmaster?.ready && (!child || child.pid === postmaster.pid)) return postmaster;
    const ended = child ? child.exitCode !== null || child.signalCode !== null : !postmaster;
    if (failure || ended) break;
  }
  throw new StartError(
    `PostgreSQL did not start: ${failure?.message ?? lastWords(cluster.logFile)} (log: ${cluster.logFile})`,
  );
}

// Lower and upper case of Vietnamese letters need a Unicode locale; order stays by code point, the same everywhere.
async function locale(cluster: Cluster): Promise<string[]> {
  const version = Number((await run(cluster, join(cluster.bin, "postgres"), ["--version"])).match(/(\d+)/)?.[1]);
  if (version >= 17) return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  return ["--locale=C.UTF-8"];
}

async function run(cluster: Cluster, program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, {
    cwd: "/",
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
    ...cluster.runAs,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, failed) => child.once("error", failed).once("close", done));
  if (code !== 0) throw new StartError(lastLine(said) || `${program} ended with ${code}`);
  return said;
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal);
}

function lastWords(logFile: string): string {
  try {
    return lastLine(readFileSync(logFile, "utf8"));
  } catch {
    return "it said nothing";
  }
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  const telling = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
  return telling.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "").trim();
}
