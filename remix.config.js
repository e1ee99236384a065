import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
  // Off for good: with it on, an open endpoint answers any list of paths (CVE-2026-42342, CVE-2026-55685).
  v3_lazyRouteDiscovery: false,
};

const VENDOR = /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//;
// What nearly every page shows. In one file it compresses together; as thirty small ones it weighs a third more.
const SHELL =
  /\/app\/(ui\/(?!badge|dialog)|components\/shell\/(?!slash)|lib\/format|http\/paths|i18n\/(words|language|lean))|lucide-react\/dist\/esm\/(?!icons\/)|vite\/preload-helper/;

// All icons hang on one file of lucide's, so without a word they would all come with the shell.
const ICON = /lucide-react\/dist\/esm\/icons\/([\w-]+)\.js/;
const ICONS_AT_ONCE = iconsIn("app/ui", "app/components/shell", "app/components/identity", "app/components/report");

/** The files of the icons that these folders name; an icon may have several names. */
function iconsIn(...folders) {
  const files = folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true })).filter((one) => one.isFile());
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  const imports = texts.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from "lucide-react"/g)]);
  const named = new Set(imports.flatMap(([, list]) => list.match(/\b[A-Z]\w*/g) ?? []));
  const barrel = readFileSync("node_modules/lucide-react/dist/esm/lucide-react.js", "utf8");
  const exports = [...barrel.matchAll(/export \{([^}]*)\} from '\.\/icons\/([\w-]+)\.js'/g)];
  return new Set(
    exports
      .filter(([, names]) => names.match(/\b[A-Z]\w*/g)?.some((name) => named.has(name)))
      .map(([, , file]) => file),
  );
}

function chunkOf(id) {
  if (VENDOR.test(id)) return "vendor";
  const icon = ICON.exec(id)?.[1];
  if (icon) return ICONS_AT_ONCE.has(icon) ? "shell" : "icons";
  return SHELL.test(id) ? "shell" : undefined;
}

// Remix looks for a Vite config; this file is it, so the top level stays as small as it is.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [process.env.VITEST ? [] : remix({ future, serverModuleFormat: "esm" }), tailwindcss()],
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    minify: isSsrBuild ? false : "terser",
    terserOptions: { module: true, compress: { passes: 3 } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
    // A shared machine may be late; whoever works on a test sees every failure.
    retry: process.env.CI ? 2 : 0,
  },
}));
