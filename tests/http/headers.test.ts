import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORIGIN, startSmallApp } from "#tests/http/small-app.ts";

let app: Awaited<ReturnType<typeof startSmallApp>>;
let down: Awaited<ReturnType<typeof startSmallApp>>;
let https: Awaited<ReturnType<typeof startSmallApp>>;

beforeAll(async () => {
  app = await startSmallApp({ deadlineMs: 150 });
  down = await startSmallApp({ databaseIsDown: () => true });
  https = await startSmallApp({ origins: ["https://tram.example"] });
});
afterAll(async () => {
  await Promise.all([app.stop(), down.stop(), https.stop()]);
});

const ANSWERS = [
  ["a page", 200, () => app.fetch("/page")],
  ["a static file", 200, () => app.fetch("/assets/app.js")],
  ["health", 200, () => app.fetch("/healthz")],
  ["a bad address", 400, () => app.fetch("/a%00b")],
  ["a foreign form", 403, () => app.post("/tickets/new", { origin: "https://evil.example" })],
  ["a missing page", 404, () => app.fetch("/nowhere")],
  ["an unknown method", 405, () => app.fetch("/page", { method: "PROPFIND" })],
  ["too large a form", 413, () => app.post("/tickets/new", { origin: ORIGIN, "content-length": "99000000" })],
  ["an unknown type", 415, () => app.post("/tickets/new", { origin: ORIGIN, "content-type": "text/plain" })],
  ["a failing page", 500, () => app.fetch("/boom")],
  ["a page past its deadline", 503, () => app.fetch("/slow")],
  ["a page without a database", 503, () => down.fetch("/page")],
] as const;

describe.each(ANSWERS)("%s (%i)", (_name, status, get) => {
  test("carries every security header", async () => {
    const answer = await get();
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
      "x-request-id": expect.stringMatching(/^[\w-]{12}$/),
    });
    const csp = answer.headers["content-security-policy"];
    expect(csp).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}=='; style-src 'self';/);
    for (const part of ["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "report-to csp"])
      expect(csp).toContain(part);
    expect(csp).not.toMatch(/unsafe|strict-dynamic|\*/);
    expect(answer.headers).not.toHaveProperty("x-powered-by");
    expect(answer.headers).not.toHaveProperty("strict-transport-security");
    expect(answer.body).not.toMatch(/select secret|node_modules|at .*\.ts/);
    if (status >= 400) expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

test("each answer has its own nonce and id", async () => {
  const [one, two] = [await app.fetch("/page"), await app.fetch("/page")];
  expect(one.headers["content-security-policy"]).not.toBe(two.headers["content-security-policy"]);
  expect(one.headers["x-request-id"]).not.toBe(two.headers["x-request-id"]);
});

test("a caller's own request id is not taken over", async () => {
  const answer = await app.fetch("/page", { headers: { "x-request-id": "mine" } });
  expect(answer.headers["x-request-id"]).not.toBe("mine");
});

test("HSTS is sent where the address is https", async () => {
  const answer = await https.fetch("/page");
  expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

test("a route may be stricter than the rest", async () => {
  expect((await app.fetch("/own")).headers["content-security-policy"]).toBe("sandbox");
});

test("without a database a page says so in both languages, and when to come back", async () => {
  const answer = await down.fetch("/page", { headers: { accept: "text/html" } });
  expect(answer.headers["retry-after"]).toBe("5");
  expect(answer.body).toContain('<html lang="vi">');
  expect(answer.body).toContain('<section lang="en">');
  expect(answer.body).not.toMatch(/<script|style=/);
});

test("a page that finds the database gone while it works is answered the same way", async () => {
  const answer = await app.fetch("/away", { headers: { accept: "text/html" } });
  expect(answer.status).toBe(503);
  expect(answer.headers["retry-after"]).toBe("5");
  expect(answer.body).toContain("Trạm tạm thời chưa phục vụ được");
});

test("machines are answered in JSON", async () => {
  const answer = await app.post("/api/v1/tickets", { origin: "null", accept: "application/json" });
  expect(JSON.parse(answer.body)).toEqual({ error: { status: 403, requestId: answer.headers["x-request-id"] } });
});

test("only the pages that show a letter may hold a frame, and only one of ours", async () => {
  const framesAt = async (path: string) =>
    /frame-src [^;]*/.exec(String((await app.fetch(path)).headers["content-security-policy"]))?.[0];
  for (const path of ["/mailbox", "/mailbox/1", "/mail-preview?lang=en"])
    expect(await framesAt(path)).toBe("frame-src 'self'");
  for (const path of ["/page", "/mailboxes"]) expect(await framesAt(path)).toBe(undefined);
});
