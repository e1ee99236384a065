import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { Router } from "express";
import { openLive } from "#app/live/open-live.server.ts";
import type { WebAppOptions } from "#app/server/web-app.server.ts";
import { startSmallApp } from "#tests/http/small-app.ts";
import { openTestDatabase } from "#tests/support/db.ts";

/** The built pages behind the whole row of middlewares, on a database of their own, without a process of their own. */
export async function startBuiltApp(more: Partial<WebAppOptions> = {}) {
  const database = await openTestDatabase({ max: 6 });
  const file = resolve(import.meta.dirname, "../../build/server/index.js");
  const build = (await import(pathToFileURL(file).href)) as ServerBuild; // safe because `npm run build` made it
  const live = openLive({ url: database.url, db: () => database.db });
  const app = await startSmallApp({
    build,
    assets: Router(),
    live: live.handler,
    loadContext: (about) => ({ ...about, db: database.db, live }),
    ...more,
  });
  return {
    ...database,
    app,
    async stop() {
      await live.stop();
      await app.stop();
      await database.close();
    },
  };
}
