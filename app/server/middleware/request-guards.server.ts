import type { RequestHandler } from "express";
import { refuse } from "#app/server/refuse.server.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,253})|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

function isSafePath(path: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  return decoded.startsWith("/") && !decoded.startsWith("//") && !/[\\\u0000-\u001f\u007f]/.test(decoded);
}

// `?_data=` is Remix's older fetch, which its own origin check does not cover.
const hasSafeQuery = (query: string) => !new URLSearchParams(query).has("_data");

/** Turns away what Remix 2.17 is known to mishandle, before it sees it. */
export const requestGuards: RequestHandler = (req, res, next) => {
  if (!METHODS.has(req.method)) {
    res.setHeader("Allow", [...METHODS].join(", "));
    return refuse(req, res, req.method === "OPTIONS" ? 204 : 405, "method");
  }
  const [path = "", ...query] = req.originalUrl.split("?");
  if (!HOST.test(req.headers.host ?? "")) return refuse(req, res, 400, "host");
  if (!isSafePath(path)) return refuse(req, res, 400, "path");
  if (!hasSafeQuery(query.join("?"))) return refuse(req, res, 400, "query");
  next();
};
