import type { RequestHandler } from "express";
import { answerPlainly } from "#app/server/refuse.server.ts";

const DEFAULT_MS = 10_000;

/** Counts from the moment the whole request has arrived: a slow uplink has its own limit (server.requestTimeout). */
export function deadline(ms = DEFAULT_MS): RequestHandler {
  return (req, res, next) => {
    let timer: NodeJS.Timeout | undefined;
    const start = () => {
      timer = setTimeout(() => {
        if (!res.headersSent) answerPlainly(req, res, 503);
      }, ms);
      timer.unref();
    };
    if (req.method === "GET" || req.method === "HEAD") start();
    else req.once("end", start);
    res.once("close", () => {
      clearTimeout(timer);
      req.off("end", start);
    });
    next();
  };
}
