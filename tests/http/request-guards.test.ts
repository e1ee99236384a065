import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maskedPath, routeClass } from "#app/server/middleware/access-log.server.ts";
import { ORIGIN, startSmallApp } from "#tests/http/small-app.ts";

let app: Awaited<ReturnType<typeof startSmallApp>>;
beforeAll(async () => {
  app = await startSmallApp();
});
afterAll(() => app.stop());

test.each([
  "/page?_data=page",
  "/page?x=1&_data",
  "/page?%5Fdata=page",
  "//evil.example",
  "/%2fevil.example",
  "/a\\b",
  "/a%5cb",
])("%s is turned away", async (path) => expect((await app.fetch(path)).status).toBe(400));

test.each(["/a%0d%0ab", "/a%00", "/%zz", "/a%7f", "http://evil.example/page"])("%s is turned away", async (path) => {
  expect((await app.fetch(path)).status).toBe(400);
});

test.each(["a b", "evil.example/x", "a@b", "", "tram.example:port"])("the host %j is turned away", async (host) => {
  const heard = await app.speak((socket) =>
    socket.end(`GET /page HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
  );
  expect(heard).toMatch(/^HTTP\/1.1 400 /);
});

test.each(["tram.example", "127.0.0.1:3000", "[::1]:3000", "xn--trm-yma.example"])(
  "the host %s is fine",
  async (host) => {
    expect((await app.fetch("/page", { headers: { host } })).status).toBe(200);
  },
);

test("headers that would rewrite a request are ignored", async () => {
  const headers = {
    "x-original-url": "/boom",
    "x-rewrite-url": "/boom",
    "x-http-method-override": "DELETE",
    "x-forwarded-host": "a b",
  };
  expect(
    (await app.fetch("/page", { headers: { ...headers, "x-forwarded-proto": "gopher", "remote-user": "admin" } }))
      .status,
  ).toBe(200);
});

test("a body on a GET is turned away", async () => {
  const answer = await app.fetch("/page", { headers: { "content-length": "1" }, body: "a" });
  expect(answer.status).toBe(400);
});

test("a form that was not told how long it is still arrives", async () => {
  const answer = await app.fetch("/tickets/new", {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded", "transfer-encoding": "chunked" },
    body: "title=abc",
  });
  expect(answer).toMatchObject({ status: 200, body: "9" });
});

test("the log names pages, never people or secrets", () => {
  expect(maskedPath("/tickets/10042/files/6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b")).toBe("/tickets/:n/files/:x");
  expect(maskedPath("/people/lan@tanbinh.example")).toBe("/people/:x");
  expect(maskedPath("/a%1b[31m")).toBe("/:x");
  expect(["/", "/tickets/1", "/tickets.data", "/%00", "/robots.txt"].map(routeClass)).toEqual([
    "home",
    "tickets",
    "tickets",
    "other",
    "other",
  ]);
});

test("the releases that safety.md asks for are the ones locked", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  const versionsOf = (name: string) => [
    ...new Set(
      Object.entries(packages).flatMap(([path, { version }]) =>
        path.endsWith(`node_modules/${name}`) ? [version] : [],
      ),
    ),
  ];
  expect(versionsOf("@remix-run/router")).toEqual(["1.23.4"]);
  expect(versionsOf("react-router")).toEqual(["6.30.6"]);
  expect(versionsOf("react-router-dom")).toEqual(["6.30.6"]);
  for (const name of ["node", "react", "dev", "server-runtime", "route-config"])
    expect(versionsOf(`@remix-run/${name}`)).toEqual(["2.17.5"]);
  const vite = versionsOf("vite").map((version) => version?.split(".").map(Number) ?? []);
  for (const [major = 0, minor = 0, patch = 0] of vite)
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(6_004_003);
});
