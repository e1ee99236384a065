import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { type RequestHandler, Router } from "express";
import { registry } from "#app/server/metrics.server.ts";

export type Checks = {
  database(): Promise<boolean>;
  /** Undefined until they have started. */
  jobs(): boolean | undefined;
  /** False while the last letters all failed to leave. */
  mail(): boolean;
  dataDir: string;
};

const isWritable = (dir: string) =>
  access(dir, constants.W_OK).then(
    () => true,
    () => false,
  );

function readyz(checks: Checks): RequestHandler {
  return async (_req, res) => {
    const database = await checks.database().catch(() => false);
    const storage = await isWritable(checks.dataDir);
    const jobs = checks.jobs();
    const mail = checks.mail();
    // A node whose jobs or mail are in trouble still serves pages: that is for an alert, not for the load balancer.
    const ready = database && storage && jobs !== undefined;
    res.status(ready ? 200 : 503).json({ ready, database, storage, jobs: jobs ?? false, mail });
  };
}

/** For supervisors and monitors: no cookie, no database unless asked about it. */
export function health(checks: Checks): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.json({ alive: true });
  });
  router.get("/readyz", readyz(checks));
  router.get("/metrics", async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
