import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCluster, startCluster, stopCluster } from "#app/db/embedded/cluster.server.ts";
import { binaries } from "#app/db/embedded/place.server.ts";
import { postmasterOf } from "#app/db/embedded/postmaster.server.ts";
import { give, unprivilegedUser } from "#app/db/embedded/run-as.server.ts";
import { freePort } from "#app/db/embedded/settings.server.ts";

const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** A PostgreSQL of its own for one test file: the embedded one, or that of TRAM_TEST_PG_BIN. */
export async function startTestCluster(settings: Record<string, string> = FAST) {
  const runAs = unprivilegedUser();
  const home = mkdtempSync(join(realpathSync(tmpdir()), "tram-test-"));
  give(home, runAs);
  const bin = process.env.TRAM_TEST_PG_BIN ?? binaries(runAs);
  const cluster = { bin, dir: join(home, "postgres"), logFile: join(home, "postgres.log"), runAs };
  await createCluster(cluster, "tram", "tram");
  const port = await freePort();
  await startCluster(cluster, port, settings);
  return {
    port,
    url: (database = "postgres") => `postgres://tram:tram@127.0.0.1:${port}/${database}`,
    pid: () => postmasterOf(cluster.dir)?.pid,
    start: () => startCluster(cluster, port, settings),
    async stop() {
      await stopCluster(cluster);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
