import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORIGIN, startSmallApp } from "#tests/http/small-app.ts";

let app: Awaited<ReturnType<typeof startSmallApp>>;
beforeAll(async () => {
  app = await startSmallApp();
});
afterAll(() => app.stop());

const REFUSED = 403;
const TAKEN = 200;

const MATRIX: [name: string, headers: Record<string, string>, status: number][] = [
  ["our own page, new browser", { "sec-fetch-site": "same-origin", origin: ORIGIN }, TAKEN],
  ["our own page, old browser", { origin: ORIGIN }, TAKEN],
  ["a foreign page", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, REFUSED],
  ["a foreign page that hides its origin", { "sec-fetch-site": "cross-site" }, REFUSED],
  ["a sibling subdomain", { "sec-fetch-site": "same-site", origin: "http://wiki.tram.example" }, REFUSED],
  ["typed by hand", { "sec-fetch-site": "none" }, REFUSED],
  ["a foreign page, old browser", { origin: "https://evil.example" }, REFUSED],
  ["a sandboxed frame", { origin: "null" }, REFUSED],
  ["the same host by another scheme", { origin: "https://tram.example" }, REFUSED],
  ["the same host on another port", { origin: "http://tram.example:8080" }, REFUSED],
  ["an origin that starts like ours", { origin: "http://tram.example.evil.example" }, REFUSED],
  ["nothing said", {}, REFUSED],
  ["nothing said, forwarded host", { "x-forwarded-host": "tram.example" }, REFUSED],
  ["a program with its own key", { authorization: "Bearer key" }, TAKEN],
  ["a program's key beside somebody's cookie", { authorization: "Bearer key", cookie: "session=1" }, REFUSED],
];

describe.each(MATRIX)("%s", (_name, headers, status) => {
  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s", async (method) => {
    const type = { "content-type": "application/x-www-form-urlencoded", "content-length": "3" };
    const answer = await app.fetch("/tickets/new", { method, headers: { ...type, ...headers }, body: "a=1" });
    expect(answer.status).toBe(status);
  });
});

test.each(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"])(
  "a foreign %s",
  async (type) => {
    const answer = await app.post("/tickets/new", { origin: "https://evil.example", "content-type": type });
    expect(answer.status).toBe(REFUSED);
  },
);

test("both names of one's own machine are accepted only when told so", async () => {
  const local = await startSmallApp({ origins: ["http://localhost:3000", "http://127.0.0.1:3000"] });
  const from = async (origin: string) => (await local.post("/tickets/new", { origin })).status;
  expect(await from("http://127.0.0.1:3000")).toBe(TAKEN);
  expect(await from("http://localhost:3000")).toBe(TAKEN);
  expect(await from("http://127.0.0.1:3001")).toBe(REFUSED);
  await local.stop();
});
