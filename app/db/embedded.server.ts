import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { claimDataDir, holderOf, makeWritable } from "#app/boot/claim.ts";
import { StartError } from "#app/boot/fail.ts";
import {
  type Cluster,
  createCluster,
  ready,
  restartCluster,
  stopCluster,
  sweepDrafts,
} from "#app/db/embedded/cluster.server.ts";
import { placeOf } from "#app/db/embedded/place.server.ts";
import { postmasterOf } from "#app/db/embedded/postmaster.server.ts";
import { freePort, newPassword, readSettings, type Settings, writeSettings } from "#app/db/embedded/settings.server.ts";

const USER = "tram";
const DATABASE = "tram";
const WATCH_MS = 500;
const WATCH_FAILING_MS = 10_000;
const SHARE_SECONDS = 30;

export type Embedded = { url: string; stop(): Promise<void> };
export type EmbeddedOptions = {
  dataDir: string;
  say(line: string): void;
  /** What a second start is told: where the first one answers. */
  address?: string;
  /** For one-off commands: use the database of a Trạm that runs there, instead of refusing. */
  share?: boolean;
};

/** A real PostgreSQL under the data folder: made at the first start, found again at the next, watched while we run. */
export async function startEmbedded({
  dataDir,
  say,
  address = "this machine",
  share = false,
}: EmbeddedOptions): Promise<Embedded> {
  makeWritable(dataDir);
  if (share && holderOf(dataDir)) return { url: await findRunning(dataDir), stop: async () => {} };
  const release = claimDataDir(dataDir, address);
  let cluster: Cluster | undefined;
  try {
    cluster = placeOf(dataDir, say);
    const url = await open(cluster, dataDir, say);
    return { url, stop: stopper(cluster, keepRunning(cluster, dataDir, say), release) };
  } catch (error) {
    if (cluster) await stopCluster(cluster);
    release();
    throw error;
  }
}

function stopper(cluster: Cluster, watch: { end(): Promise<void> }, release: () => void) {
  return async () => {
    await watch.end();
    await stopCluster(cluster);
    release();
  };
}

const settingsFile = (dataDir: string) => resolve(dataDir, "postgres.json");
const urlOf = ({ port, password }: Settings, database: string) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** The database of the Trạm that holds the folder; it may be starting just now. */
async function findRunning(dataDir: string): Promise<string> {
  for (const end = Date.now() + SHARE_SECONDS * 1000; Date.now() < end; await sleep(100)) {
    const settings = readSettings(settingsFile(dataDir));
    if (!settings || !postmasterOf(resolve(dataDir, "postgres"))?.ready) continue;
    if (await answers(urlOf(settings, DATABASE))) return urlOf(settings, DATABASE);
  }
  throw new StartError(
    `The database of the Trạm that runs on ${resolve(dataDir)} does not answer: stop that one, then try again.`,
  );
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, fetch_types: false, onnotice: () => {} });
  const rows = await sql`select 1`.catch(() => []);
  await sql.end({ timeout: 1 });
  return rows.length === 1;
}

async function open(cluster: Cluster, dataDir: string, say: (line: string) => void): Promise<string> {
  const file = settingsFile(dataDir);
  sweepDrafts(cluster);
  if (!existsSync(cluster.dir)) {
    say("Making the database…");
    const fresh = { port: await freePort(), password: newPassword() };
    writeSettings(file, fresh);
    await createCluster(cluster, USER, fresh.password);
  }
  const settings = readSettings(file);
  if (!settings)
    throw new StartError(`The password of the database is gone with ${file}: put that file back, or set DATA_DIR.`);
  refuseOtherVersion(cluster);

  const running = postmasterOf(cluster.dir);
  const { port } = running ? await ready(cluster) : await restartCluster(cluster, await freePort(settings.port));
  const actual = { ...settings, port };
  if (port !== settings.port) writeSettings(file, actual);
  if (running) say("The database was still running: using it.");
  await ensureDatabase(urlOf(actual, "postgres"));
  return urlOf(actual, DATABASE);
}

function refuseOtherVersion(cluster: Cluster): void {
  const made = readFileSync(join(cluster.dir, "PG_VERSION"), "utf8").trim();
  const ours = readFileSync(join(cluster.bin, "..", "share/postgresql/postgres.bki"), "utf8").match(
    /PostgreSQL (\d+)/,
  )?.[1];
  if (made === ours) return;
  throw new StartError(
    `The database in ${cluster.dir} was made by PostgreSQL ${made}, this Trạm brings ${ours}: dump it with the old Trạm and restore it here.`,
  );
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

// PostgreSQL restarts itself after the death of a backend, but nobody restarts a postmaster that was killed.
function keepRunning(cluster: Cluster, dataDir: string, say: (line: string) => void) {
  const stop = new AbortController();
  const done = (async () => {
    for (let wait = WATCH_MS; !stop.signal.aborted; ) {
      await sleep(wait, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      if (stop.signal.aborted || postmasterOf(cluster.dir)) continue;
      say("The database stopped unexpectedly: starting it again…");
      try {
        await restartCluster(cluster, readSettings(settingsFile(dataDir))?.port ?? 0);
        say("The database runs again.");
        wait = WATCH_MS;
      } catch (error) {
        say((error as Error).message);
        wait = WATCH_FAILING_MS;
      }
    }
  })();
  return {
    async end() {
      stop.abort();
      await done;
    },
  };
}
