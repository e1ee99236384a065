import type { RequestHandler } from "express";
import { log } from "#app/lib/log.server.ts";
import { httpDuration } from "#app/server/metrics.server.ts";

const QUIET = new Set(["/healthz", "/readyz", "/metrics"]);

/** Numbers and long segments (tokens, ids) are masked, so that a log names a page and never a person or a secret. */
export function maskedPath(path: string): string {
  return path
    .slice(0, 200)
    .split("/")
    .map((part) => (part.length > 24 || /[^\w.-]/.test(part) ? ":x" : part.replace(/\d+/g, ":n")))
    .join("/");
}

export function routeClass(path: string): string {
  const first = path.split("/")[1] ?? "";
  return /^[a-z]{1,16}(\.data)?$/.test(first) ? first.replace(".data", "") : first === "" ? "home" : "other";
}

export const accessLog: RequestHandler = (req, res, next) => {
  const startedAt = performance.now();
  const { path, method } = req;
  res.on("close", () => {
    // A stream lasts as long as its page is open, which says nothing about us.
    if (path === "/live" && res.statusCode === 200) return;
    const ms = Math.round(performance.now() - startedAt);
    const status = res.writableFinished ? res.statusCode : 499;
    httpDuration.observe({ route: status === 404 ? "missing" : routeClass(path), method, status }, ms / 1000);
    if (QUIET.has(path) || path.startsWith("/assets/")) return;
    log.info({ requestId: res.locals.requestId, method, path: maskedPath(path), status, ms }, "request");
  });
  next();
};
