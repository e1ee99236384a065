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

// Remix looks for a Vite config; this file is it, so the top level stays as small as it is.
export default defineConfig({
  plugins: [process.env.VITEST ? [] : remix({ future, serverModuleFormat: "esm" }), tailwindcss()],
  server: { host: "127.0.0.1" },
  build: { target: "es2020", assetsInlineLimit: 0, sourcemap: false },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
