import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      nonce: string;
    }
  }
}

/** A caller's own id is not taken over: it could be forged, or carry a line break into a log. */
export const requestId: RequestHandler = (_req, res, next) => {
  res.locals.requestId = randomBytes(9).toString("base64url");
  res.setHeader("X-Request-Id", res.locals.requestId);
  next();
};
