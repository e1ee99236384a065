import type { Request, Response } from "express";
import { plainPages as en } from "#app/i18n/en/plain-pages.ts";
import { plainPages as vi } from "#app/i18n/vi/plain-pages.ts";
import { log } from "#app/lib/log.server.ts";
import { refusals } from "#app/server/metrics.server.ts";

type PlainStatus = Extract<keyof typeof vi, number>;

const RETRY_AFTER_SECONDS = 5;

const isPlain = (status: number): status is PlainStatus => Object.hasOwn(vi, status);

function section(words: typeof vi, lang: string, status: PlainStatus): string {
  const { title, text } = words[status];
  const [href, label] = status === 503 ? ["", words.retry] : ["/", words.home];
  return `<section lang="${lang}"><h1>${title}</h1><p>${text}</p><p><a href="${href}">${label}</a></p></section>`;
}

function plainPage(status: PlainStatus, requestId: string): string {
  const reload = status === 503 ? `<meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}">` : "";
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${vi[status].title} · Trạm</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${reload}<link rel="stylesheet" href="/plain.css"></head>
<body><main>${section(vi, "vi", status)}${section(en, "en", status)}<footer>${vi.code} / ${en.code}: ${requestId}</footer></main></body></html>`;
}

/** Answers without Remix or the database. Nothing of the request is echoed. */
export function answerPlainly(req: Request, res: Response, status: number): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  for (const name of ["Content-Encoding", "Content-Length", "ETag", "Set-Cookie", "Location"]) res.removeHeader(name);
  res.status(status).setHeader("Cache-Control", "no-store");
  if (status === 503) res.setHeader("Retry-After", String(RETRY_AFTER_SECONDS));
  if (status === 204) res.end();
  else if (isPlain(status) && req.accepts(["html", "json"]) === "html" && !req.path.endsWith(".data"))
    res.type("html").send(plainPage(status, res.locals.requestId));
  else res.json({ error: { status, requestId: res.locals.requestId } });
}

export function refuse(req: Request, res: Response, status: number, why: string): void {
  refusals.inc({ why });
  if (status !== 204) log.warn({ requestId: res.locals.requestId, why, status, peer: req.ip }, "refused");
  answerPlainly(req, res, status);
}
