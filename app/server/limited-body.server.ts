import { Transform } from "node:stream";
import type { Request, Response } from "express";
import { MAX_JSON_DEPTH, refuseBody } from "#app/server/middleware/body-limits.server.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);

/** Measures nesting byte by byte, across chunks, before anything recursive sees the text. */
export function jsonDepthMeter(): (chunk: Buffer) => number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let escaped = false;
  return (chunk) => {
    for (const byte of chunk) {
      if (escaped) escaped = false;
      else if (inString) {
        if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (OPENERS.has(byte)) deepest = Math.max(deepest, ++depth);
      else if (CLOSERS.has(byte)) depth--;
    }
    return deepest;
  };
}

/** The body as it streams in; past the limit it is cut and the answer is sent at once, whatever the reader is doing. */
export function limitedBody(req: Request, res: Response): Transform {
  const { limit, json } = res.locals.body ?? { limit: 0, json: false };
  const depthOf = json ? jsonDepthMeter() : undefined;
  let received = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      const fault = received > limit ? 413 : depthOf && depthOf(chunk) > MAX_JSON_DEPTH ? 400 : undefined;
      if (fault === undefined) return done(null, chunk);
      req.unpipe(stream);
      refuseBody(req, res, fault, fault === 413 ? "body size" : "json depth");
      done(new Error("request body refused"));
    },
  });
  req.once("close", () => {
    if (!req.complete) stream.destroy(new Error("request body broken off"));
  });
  return req.pipe(stream);
}
