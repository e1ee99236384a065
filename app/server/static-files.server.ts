import { type RequestHandler, Router, static as serveStatic } from "express";

const YEAR = "public, max-age=31536000, immutable";
const HOUR = "public, max-age=3600";

/** Built files carry their hash in the name; the few of public/ do not. */
export function staticFiles(folder: string): RequestHandler {
  const router = Router();
  const options = { index: false, redirect: false, dotfiles: "ignore" } as const;
  router.use(
    "/assets",
    serveStatic(`${folder}/assets`, { ...options, setHeaders: (res) => res.setHeader("Cache-Control", YEAR) }),
    (_req, _res, next) => next("router"),
  );
  router.use(serveStatic(folder, { ...options, setHeaders: (res) => res.setHeader("Cache-Control", HOUR) }));
  return router;
}
