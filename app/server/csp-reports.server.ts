import { json, type RequestHandler } from "express";
import { log } from "#app/lib/log.server.ts";
import { refusals } from "#app/server/metrics.server.ts";

const parse = json({ type: ["application/reports+json", "application/csp-report"], limit: "16kb", strict: true });
const PER_MINUTE = 60;
let minute = 0;
let heard = 0;

function directiveOf(report: unknown): string {
  const body = typeof report === "object" && report !== null && "body" in report ? report.body : undefined;
  const directive =
    typeof body === "object" && body !== null && "effectiveDirective" in body ? body.effectiveDirective : "";
  return typeof directive === "string" && /^[a-z-]{1,40}$/.test(directive) ? directive : "unknown";
}

/** Anybody can send these, so only the name of the directive is believed, and only so many a minute. */
export const cspReports: RequestHandler = (req, res) => {
  parse(req, res, () => {
    const now = Math.floor(Date.now() / 60_000);
    heard = now === minute ? heard + 1 : 1;
    minute = now;
    const reports: unknown[] = Array.isArray(req.body) ? req.body.slice(0, 10) : [];
    refusals.inc({ why: "csp" }, reports.length);
    if (heard <= PER_MINUTE) log.warn({ directives: reports.map(directiveOf) }, "content security policy report");
    res.status(204).end();
  });
};
