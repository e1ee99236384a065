import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { claimDataDir, holderOf, makeWritable } from "#app/boot/claim.ts";
import { StartError } from "#app/boot/fail.ts";
import { type Cluster, createCluster, ready, startCluster, stopCluster } from "#app/db/embedded/cluster.server.ts";
import { placeOf } from "#app/db/embedded/place.server.ts";
import { postmasterOf } from "#app/db/embedded/postmaster.server.ts";
import { freePort, newPassword, readSettings, writeSettings } from "#app/db/embedded/settings.server.ts";

const USER = "tram";
const DATABASE = "tram";
const WATCH_MS = 500;

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
export async function startEmbedded({ dataDir, say, address = "this machine", share = false }: EmbeddedOptions): Promise<Embedded> {
  makeWritable(dataDir);
  const shared = share && holderOf(dataDir) !== undefined;
  const release = shared ? () => {} : claimDataDir(dataDir, address);
  try {
    const cluster = placeOf(dataDir, say);
    if (shared) return { url: await open(cluster, dataDir, say), stop: async () => {} };
    const url = await open(cluster, dataDir, say);
    const watch = keepRunning(cluster, dataDir, say);
    return {
      url,
      async stop() {
        await watch.end();
        await stopCluster(cluster);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function open(cluster: Cluster, dataDir: string, say: (line: string) => void): Promise<string> {
  const file = resolve(dataDir, "postgres.json");
  if (!existsSync(cluster.dir)) {
    say("Making the database…");
    const fresh = { port: await freePort(), password: newPassword() };
    writeSettings(file, fresh);
    await createCluster(cluster, USER, fresh.password);
  }
  const settings = readSettings(file);
  if (!settings) throw new StartError(`The password of the database is gone with ${file}: put that file back, or set DATA_DIR.`);
  refuseOtherVersion(cluster);

  const running = postmasterOf(cluster.dir);
  const { port } = running ? await ready(cluster) : await startCluster(cluster, await freePort(settings.port));
  if (port !== settings.port) writeSettings(file, { ...settings, port });
  if (running) say("The database was still running: using it.");
  const url = (database: string) => `postgres://${USER}:${settings.password}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(url("postgres"));
  return url(DATABASE);
}

function refuseOtherVersion(cluster: Cluster): void {
  const made = readFileSync(join(cluster.dir, "PG_VERSION"), "utf8").trim();
  const ours = readFileSync(join(cluster.bin, "..", "share/postgresql/postgres.bki"), "utf8").match(/PostgreSQL (\d+)/)?.[1];
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
    while (!stop.signal.aborted) {
      await sleep(WATCH_MS, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      if (stop.signal.aborted || postmasterOf(cluster.dir)) continue;
      say("The database stopped unexpectedly: starting it again…");
      const port = readSettings(resolve(dataDir, "postgres.json"))?.port;
      await startCluster(cluster, port ?? 0).then(
        () => say("The database runs again."),
        (error: Error) => say(error.message),
      );
    }
  })();
  return {
    async end() {
      stop.abort();
      await done;
    },
  };
}
