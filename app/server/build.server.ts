import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { StartError } from "#app/boot/fail.ts";
import type { RenderLetter } from "#app/mail/letter.ts";
import { staticFiles } from "#app/server/static-files.server.ts";

export type Frontend = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  assets: RequestHandler;
  close(): Promise<void>;
};

// All that browsers get. Vite's own search would also bundle what only the server imports, and reload the first page.
const FOR_BROWSERS = [
  ...["react", "react/jsx-runtime", "react/jsx-dev-runtime", "react-dom", "react-dom/client"],
  ...["@remix-run/react", "lucide-react"],
];
const ROOT = resolve(import.meta.dirname, "../..");

// Both modules exist in every install, but the build only after `npm run build`, so their types are stated here.
const asBuild = (module: unknown) => module as ServerBuild;

async function builtFrontend(): Promise<Frontend> {
  const file = resolve(ROOT, "build/server/index.js");
  if (!existsSync(file)) throw new StartError("The app is not built yet: run npm run build, or start with npm start.");
  return {
    build: asBuild(await import(pathToFileURL(file).href)),
    assets: staticFiles(resolve(ROOT, "build/client")),
    close: async () => {},
  };
}

async function devFrontend(): Promise<Frontend> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: ROOT,
    configFile: resolve(ROOT, "remix.config.js"),
    appType: "custom",
    server: { middlewareMode: true },
    optimizeDeps: { noDiscovery: true, include: FOR_BROWSERS },
  });
  // Vite would end the process by itself, and leave the database behind.
  process.removeAllListeners("SIGTERM");
  process.stdin.removeAllListeners("end");
  return {
    build: async () => asBuild(await vite.ssrLoadModule("virtual:remix/server-build")),
    assets: vite.middlewares,
    close: () => vite.close(),
  };
}

/** Letters are TSX like pages, so they are rendered by the same build; in development by its newest state. */
export const letterRenderer =
  ({ build }: Frontend): RenderLetter =>
  async (letter) => {
    const { entry } = typeof build === "function" ? await build() : build;
    // Safe because entry.server.tsx exports it; Remix's type knows only what Remix itself asks for.
    return (entry.module as unknown as { renderLetter: RenderLetter }).renderLetter(letter);
  };

export const openFrontend = (dev: boolean) => (dev ? devFrontend() : builtFrontend());
