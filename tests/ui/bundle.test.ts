import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";

type Manifest = {
  entry: Chunk;
  routes: Record<string, Chunk & { parentId?: string; path?: string; hasLoader: boolean }>;
};
type Chunk = { module: string; imports?: string[] };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CLIENT = join(ROOT, "build/client");
const KB = 1000;
const LEAN = ["routes/login", "routes/tickets/new", "routes/tickets.new", "routes/tickets-new"];

/** Everything a module brings along by itself, with what its imports bring along. */
function closure(assets: string[], seen = new Set<string>()): Set<string> {
  for (const asset of assets.filter((one) => !seen.has(one))) {
    seen.add(asset);
    const text = readFileSync(join(CLIENT, asset), "utf8");
    closure(
      [...text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)].map(([, name]) => `/assets/${name}`),
      seen,
    );
  }
  return seen;
}

const gzipped = (assets: Set<string>) =>
  [...assets].reduce((bytes, asset) => bytes + gzipSync(readFileSync(join(CLIENT, asset))).length, 0);

describe("the JavaScript of a page stays small", () => {
  let manifest: Manifest;
  let words: { core: string; desk: string; admin: string };
  beforeAll(() => {
    if (!existsSync(join(CLIENT, "assets")))
      execFileSync(
        process.execPath,
        [join(ROOT, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--config", "remix.config.js"],
        { cwd: ROOT },
      );
    const assets = readdirSync(join(CLIENT, "assets"));
    const name = assets.find((asset) => /^manifest-.*\.js$/.test(asset)) ?? "";
    manifest = JSON.parse(
      readFileSync(join(CLIENT, "assets", name), "utf8").replace(/^window\.__remixManifest=|;$/g, ""),
    );
    const named = (pattern: RegExp) => `/assets/${assets.find((asset) => pattern.test(asset))}`;
    words = {
      core: named(/^vi-core-.*\.js$/),
      desk: named(/^vi-desk-.*\.js$/),
      admin: named(/^vi-admin-.*\.js$/),
    };
  }, 120_000);

  function wordsOf(id: string): string[] {
    if (LEAN.includes(id)) return [words.core];
    return [words.core, words.desk, ...(/^routes\/admin/.test(id) ? [words.admin] : [])];
  }

  function weightOf(id: string): number {
    const chain: string[] = [];
    for (let at = manifest.routes[id]; at; at = at.parentId === undefined ? undefined : manifest.routes[at.parentId]) {
      chain.push(at.module, ...(at.imports ?? []));
    }
    return gzipped(closure([manifest.entry.module, ...(manifest.entry.imports ?? []), ...wordsOf(id), ...chain]));
  }

  test("at most 110 kB on the pages that must open at once", () => {
    const heavy = LEAN.map((id) => [id, weightOf(id)] as const);
    expect(heavy.filter(([, bytes]) => bytes > 110 * KB)).toEqual([]);
  });
  test("at most 160 kB anywhere", () => {
    const all = Object.keys(manifest.routes).map((id) => [id, weightOf(id)] as const);
    expect(all.filter(([, bytes]) => bytes > 160 * KB)).toEqual([]);
  });
  test("one language goes to the browser", () => {
    const everything = closure(Object.values(manifest.routes).flatMap((one) => [one.module, ...(one.imports ?? [])]));
    expect([...everything].filter((asset) => /\/(vi|en)(-core|-desk|-admin)?-[\w-]+\.js$/.test(asset))).toEqual([]);
  });
});
