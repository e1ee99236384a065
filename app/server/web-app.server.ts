import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { RefusedRequest } from "#app/domain/audit/refusals.server.ts";
import { log } from "#app/lib/log.server.ts";
import { cspReports } from "#app/server/csp-reports.server.ts";
import { type Checks, health } from "#app/server/health.server.ts";
import { accessLog } from "#app/server/middleware/access-log.server.ts";
import { bodyLimits } from "#app/server/middleware/body-limits.server.ts";
import { csrf } from "#app/server/middleware/csrf.server.ts";
import { deadline } from "#app/server/middleware/deadline.server.ts";
import { requestGuards } from "#app/server/middleware/request-guards.server.ts";
import { requestId } from "#app/server/middleware/request-id.server.ts";
import { securityHeaders } from "#app/server/middleware/security-headers.server.ts";
import { answerPlainly } from "#app/server/refuse.server.ts";
import { remixHandler } from "#app/server/remix-handler.server.ts";

export type WebAppOptions = {
  origins: readonly string[];
  trustProxy: number;
  /** Vite's middleware in development, else the built files. */
  assets: RequestHandler;
  build: ServerBuild | (() => Promise<ServerBuild>);
  dev?: boolean;
  checks: Checks;
  live: RequestHandler;
  databaseIsDown(): boolean;
  /** Told of each request that was turned away, before Remix or in it. */
  onRefused?(refused: RefusedRequest): void;
  loadContext(about: Pick<AppLoadContext, "nonce" | "requestId" | "peer">): AppLoadContext;
  deadlineMs?: number;
};

/** Everything between a socket and Remix, in the order it has to happen. */
export function createWebApp(options: WebAppOptions): Express {
  const [origin = "http://localhost"] = options.origins;
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", options.trustProxy);

  app.use(requestId, securityHeaders({ https: origin.startsWith("https:"), dev: options.dev }), accessLog);
  app.use(requestGuards);
  app.use(health(options.checks));
  app.post("/csp-reports", cspReports);
  app.use(csrf(options.origins, options.onRefused), bodyLimits);
  app.get("/live", options.live);
  app.use(compression(), options.assets);
  app.use(deadline(options.deadlineMs));
  app.use(whileDatabaseIsDown(options.databaseIsDown));
  app.use(
    remixHandler({
      build: options.build,
      mode: options.dev ? "development" : "production",
      origin,
      loadContext: (req, res) =>
        Object.assign(
          options.loadContext({ nonce: res.locals.nonce, requestId: res.locals.requestId, peer: req.ip ?? "" }),
          { onRefused: options.onRefused },
        ),
    }),
  );
  app.use(failed);
  return app;
}

/** Documents are answered at once; Remix itself tells its own fetches, so that the open page can say it. */
function whileDatabaseIsDown(isDown: () => boolean): RequestHandler {
  return (req, res, next) => {
    if (isDown() && !req.path.endsWith(".data")) return answerPlainly(req, res, 503);
    next();
  };
}

const failed: ErrorRequestHandler = (err, req, res, _next) => {
  const status = typeof err?.status === "number" && err.status >= 400 && err.status < 500 ? err.status : 500;
  if (status === 500) log.error({ err, requestId: res.locals.requestId }, "request failed");
  answerPlainly(req, res, status);
};
