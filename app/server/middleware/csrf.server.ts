import type { Request, RequestHandler } from "express";
import type { RefusedRequest } from "#app/domain/audit/refusals.server.ts";
import { refuse } from "#app/server/refuse.server.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Machines carry their own proof and no cookie, so a foreign page has nothing to borrow. */
function isMachineCall(req: Request): boolean {
  if (req.headers.cookie !== undefined) return false;
  return /^bearer /i.test(req.headers.authorization ?? "") || req.path.startsWith("/api/v1/webhooks/");
}

function isOwnRequest(req: Request, origins: readonly string[]): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = req.headers;
  if (origin !== undefined) return origins.includes(origin);
  return isMachineCall(req);
}

export function csrf(origins: readonly string[], onRefused?: (refused: RefusedRequest) => void): RequestHandler {
  return (req, res, next) => {
    if (SAFE.has(req.method) || isOwnRequest(req, origins)) return next();
    const { method, path, ip: peer = "" } = req;
    onRefused?.({ why: "origin", status: 403, method, path, peer, requestId: res.locals.requestId });
    refuse(req, res, 403, "origin");
  };
}
