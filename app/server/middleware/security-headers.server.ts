import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

const STANDING = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Reporting-Endpoints": 'csp="/csp-reports"',
  "Cache-Control": "no-store",
};

/** Pages that show a letter, which brings a policy of its own, in a frame. */
const FRAMES = /^\/mail(box|-preview)(\/|$)/;

function policy(nonce: string, dev: boolean, frames: boolean): string {
  return [
    "default-src 'none'",
    // No 'strict-dynamic': Remix 2 preloads modules without a nonce.
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite's dev server injects styles; the built app never does.
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(frames ? ["frame-src 'self'"] : []),
    "report-to csp",
  ].join("; ");
}

export function securityHeaders({ https, dev = false }: { https: boolean; dev?: boolean }): RequestHandler {
  return (req, res, next) => {
    res.locals.nonce = randomBytes(16).toString("base64");
    for (const [name, value] of Object.entries(STANDING)) res.setHeader(name, value);
    if (https) res.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    res.setHeader("Content-Security-Policy", policy(res.locals.nonce, dev, FRAMES.test(req.path)));
    next();
  };
}
