import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone, hashOf, node24, ROOT, readOrNothing, say, step } from "./tools.mjs";

const STAMP = "build/.stamp";
const SOURCES = ["app", "public", "remix.config.js", "package-lock.json", "tsconfig.json"];

const isBootCode = (path) => path === "app/boot";

/** Builds the pages when their sources changed since the last build. */
export async function buildWhenStale() {
  const wanted = hashOf(SOURCES, isBootCode);
  if (readOrNothing(STAMP) === wanted) return;
  await alone("build", async () => {
    if (readOrNothing(STAMP) === wanted) return;
    say("Building the pages (about half a minute)…");
    rmSync(join(ROOT, STAMP), { force: true });
    await step(node24(), ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--config", "remix.config.js"], {
      env: { NODE_ENV: "production" },
      line: "The pages could not be built: the reason is above; run npm run build to see it all",
    });
    writeFileSync(join(ROOT, STAMP), wanted);
  });
}
