import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as Incoming, Response as Outgoing, RequestHandler } from "express";
import { withEveryMethod } from "#app/http/methods.server.ts";
import { log } from "#app/lib/log.server.ts";
import { limitedBody } from "#app/server/limited-body.server.ts";
import { answerPlainly } from "#app/server/refuse.server.ts";

type Options = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: string;
  origin: string;
  loadContext(req: Incoming, res: Outgoing): AppLoadContext;
};

function toWebRequest(req: Incoming, res: Outgoing, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  // Remix compares these hosts once more and fails where a proxy, or a forger, changed one; csrf() has compared whole origins.
  for (const name of ["origin", "x-forwarded-host"]) headers.delete(name);
  const aborter = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) aborter.abort();
  });
  const init: RequestInit & { duplex?: "half" } = { method: req.method, headers, signal: aborter.signal };
  if (req.method !== "GET" && req.method !== "HEAD") {
    // A refused or broken-off body is answered already: what the app makes of it is no failure of ours.
    const body = limitedBody(req, res).once("error", () => aborter.abort());
    init.body = createReadableStreamFromReadable(body);
    init.duplex = "half";
  }
  // Never from Host or X-Forwarded-*: whoever calls must not choose our address.
  return new Request(new URL(req.originalUrl, origin), init);
}

async function send(req: Incoming, res: Outgoing, answer: Response): Promise<void> {
  if (res.headersSent) {
    await answer.body?.cancel();
    return;
  }
  const allow = answer.headers.get("Allow");
  if (allow) res.setHeader("Allow", allow);
  // Files and lookups refuse without words; whoever opened one in a tab gets a page that helps.
  if (answer.status >= 400 && !answer.body) return answerPlainly(req, res, answer.status);
  const isDocument = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (answer.status === 503 && isDocument) {
    await answer.body?.cancel();
    return answerPlainly(req, res, 503);
  }
  res.status(answer.status);
  if (answer.status === 503) res.setHeader("Retry-After", "5");
  if (answer.status === 429) res.setHeader("Retry-After", "60");
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
  if (req.method === "HEAD" || !answer.body) res.end();
  else await writeReadableStreamToWritable(answer.body, res);
}

/** Remix behind Express, in place of @remix-run/express, which takes the address from the caller and has no body limit. */
export function remixHandler({ build, mode, origin, loadContext }: Options): RequestHandler {
  const whole = typeof build === "function" ? async () => withEveryMethod(await build()) : withEveryMethod(build);
  const handle = createRequestHandler(whole, mode);
  return async (req, res) => {
    try {
      await send(req, res, await handle(toWebRequest(req, res, origin), loadContext(req, res)));
    } catch (err) {
      if (res.headersSent || res.destroyed) res.destroy();
      else {
        log.error({ err, requestId: res.locals.requestId }, "Remix failed");
        answerPlainly(req, res, 500);
      }
    }
  };
}
