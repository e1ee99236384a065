import { request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { Router } from "express";
import { listen } from "#app/server/listen.server.ts";
import { createWebApp, type WebAppOptions } from "#app/server/web-app.server.ts";

export const ORIGIN = "http://tram.example";

const html = (body: string, status = 200) => new Response(body, { status, headers: { "Content-Type": "text/html" } });

type Served = { loader?(): Promise<unknown>; action?(args: ActionFunctionArgs): Promise<unknown> };

const ROUTES: Record<string, Served> = {
  page: { loader: async () => html("<p>page</p>") },
  hidden: {
    loader: async () => {
      throw new Response(null, { status: 404 });
    },
  },
  own: { loader: async () => new Response("file", { headers: { "Content-Security-Policy": "sandbox" } }) },
  away: { loader: async () => html("", 503) },
  boom: {
    loader: async () => {
      throw new Error("select secret from people");
    },
  },
  slow: { loader: () => new Promise(() => {}) },
  "tickets/new": { action: async ({ request }) => new Response(String((await request.arrayBuffer()).byteLength)) },
  "api/v1/tickets": { action: async ({ request }) => new Response(String((await request.text()).length)) },
};

/** The least that Remix accepts as a build: resource routes only. */
function smallBuild(): ServerBuild {
  const children = Object.entries(ROUTES).map(([path, module]) => [
    path,
    { id: path, path, parentId: "root", module: { ...module } },
  ]);
  const root = { id: "root", path: "", module: { default: () => null } };
  const build = {
    entry: { module: { default: async () => html("none", 404) } },
    routes: { root, ...Object.fromEntries(children) },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: false },
    isSpaMode: false,
  };
  return build as unknown as ServerBuild; // safe because these routes render nothing
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** The whole row of middlewares before a tiny Remix build. */
export async function startSmallApp(options: Partial<WebAppOptions> = {}) {
  const assets = Router().get("/assets/app.js", (_req, res) => res.type("js").send("1"));
  const app = createWebApp({
    origins: [ORIGIN],
    trustProxy: 0,
    assets,
    build: smallBuild(),
    checks: { database: async () => true, jobs: () => true, mail: () => true, dataDir: "." },
    live: (_req, res) => res.end("live"),
    databaseIsDown: () => false,
    loadContext: (about) => about as never, // safe because these routes read nothing from it
    ...options,
  });
  const server: Server = await listen(app, 0, "127.0.0.1");
  const { port } = server.address() as AddressInfo;

  function fetchRaw(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { host: "tram.example", ...init.headers };
      const sent = ask({ port, path, method: init.method ?? "GET", headers, agent: false }, (res) => {
        let body = "";
        res.on("data", (chunk: Buffer) => (body += chunk.toString()));
        res.on("close", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      });
      sent.on("error", reject);
      sent.end(init.body);
    });
  }

  /** Writes what no client library would; resolves with everything that came back until the other side closed. */
  function speak(write: (socket: ReturnType<typeof connect>) => void): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => write(socket));
      let heard = "";
      socket.on("data", (chunk: Buffer) => (heard += chunk.toString()));
      socket.on("error", () => {});
      socket.on("close", () => resolve(heard));
    });
  }

  return {
    port,
    server,
    fetch: fetchRaw,
    post: (path: string, headers: Record<string, string>, body = "a=1") =>
      fetchRaw(path, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(body.length),
          ...headers,
        },
        body,
      }),
    speak,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
