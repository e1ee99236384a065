import type { Request, RequestHandler, Response } from "express";
import { refuse } from "#app/server/refuse.server.ts";

const MAX_FORM_BYTES = 1024 * 1024;
const MAX_MULTIPART_BYTES = 60 * 1024 * 1024;
export const MAX_JSON_DEPTH = 32;

declare global {
  namespace Express {
    interface Locals {
      body?: { limit: number; json: boolean };
    }
  }
}

function allowance(req: Request): { limit: number; json: boolean } | undefined {
  const type = (req.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "application/x-www-form-urlencoded") return { limit: MAX_FORM_BYTES, json: false };
  if (type === "multipart/form-data") return { limit: MAX_MULTIPART_BYTES, json: false };
  if (type === "application/json" && req.path.startsWith("/api/")) return { limit: MAX_FORM_BYTES, json: true };
  return undefined;
}

const hasBody = (req: Request) =>
  req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;

/** The unread rest of a refused body is not worth receiving: answer, then close the connection. */
export function refuseBody(req: Request, res: Response, status: number, why: string): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.setHeader("Connection", "close");
  refuse(req, res, status, why);
  res.once("finish", () => setTimeout(() => req.socket.destroy(), 200).unref());
  req.resume();
}

export const bodyLimits: RequestHandler = (req, res, next) => {
  if (req.method === "GET" || req.method === "HEAD") {
    return hasBody(req) ? refuseBody(req, res, 400, "body on get") : next();
  }
  if (!hasBody(req)) return next();
  const body = allowance(req);
  if (!body) return refuseBody(req, res, 415, "content type");
  if (Number(req.headers["content-length"] ?? 0) > body.limit) return refuseBody(req, res, 413, "body size");
  res.locals.body = body;
  next();
};
