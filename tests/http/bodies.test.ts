import { afterAll, beforeAll, expect, test } from "vitest";
import { jsonDepthMeter } from "#app/server/limited-body.server.ts";
import { ORIGIN, startSmallApp } from "#tests/http/small-app.ts";

let app: Awaited<ReturnType<typeof startSmallApp>>;
beforeAll(async () => {
  app = await startSmallApp();
});
afterAll(() => app.stop());

const head = (type: string, more = "") =>
  `POST /tickets/new HTTP/1.1\r\nHost: tram.example\r\nOrigin: ${ORIGIN}\r\nContent-Type: ${type}\r\n${more}`;
const FORM = "application/x-www-form-urlencoded";

test("an endless form is cut while it streams", async () => {
  let sent = 0;
  const heard = await app.speak((socket) => {
    socket.write(`${head(FORM)}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;
    const more = () => {
      if (socket.destroyed || sent > 200) return;
      sent++;
      socket.write(chunk, () => setImmediate(more));
    };
    more();
  });
  expect(heard).toMatch(/^HTTP\/1.1 413 /);
  expect(heard).toContain("Connection: close");
  expect(sent).toBeLessThan(100);
});

test("a form just within the limit arrives", async () => {
  const answer = await app.post("/tickets/new", { origin: ORIGIN }, "a".repeat(1024 * 1024));
  expect(answer).toMatchObject({ status: 200, body: String(1024 * 1024) });
});

test("a multipart form may be larger", async () => {
  const answer = await app.post(
    "/tickets/new",
    { origin: ORIGIN, "content-type": "multipart/form-data; boundary=x" },
    "a".repeat(3_000_000),
  );
  expect(answer).toMatchObject({ status: 200, body: "3000000" });
});

test("a size declared too large is refused before anything is read", async () => {
  const heard = await app.speak((socket) =>
    socket.write(`${head("multipart/form-data; boundary=x", "Content-Length: 70000000\r\n")}\r\n`),
  );
  expect(heard).toMatch(/^HTTP\/1.1 413 /);
});

test("two ways of declaring a size are refused", async () => {
  const heard = await app.speak((socket) =>
    socket.end(`${head(FORM, "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")}\r\na=1`),
  );
  expect(heard).toMatch(/^HTTP\/1.1 400 /);
});

test.each(["text/plain", "application/json", "application/xml", ""])(
  "the content type %j is refused on a page",
  async (type) => {
    expect((await app.post("/tickets/new", { origin: ORIGIN, "content-type": type })).status).toBe(415);
  },
);

test("20,000 nested arrays are refused and the server lives on", async () => {
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  const headers = { origin: ORIGIN, "content-type": "application/json" };
  expect((await app.post("/api/v1/tickets", headers, deep)).status).toBe(400);
  expect((await app.post("/api/v1/tickets", headers, '{"a":[1]}')).status).toBe(200);
});

test.each([
  ['{"a":[1,{"b":[]}]}', 4],
  ['"[[[["', 0],
  ['["\\"[[[", "\\\\", []]', 2],
])("the depth of %s is %i, however it is cut up", (text, depth) => {
  const whole = jsonDepthMeter();
  expect(whole(Buffer.from(text))).toBe(depth);
  const cut = jsonDepthMeter();
  expect([...text].map((one) => cut(Buffer.from(one))).at(-1)).toBe(depth);
});

test("a form broken off in the middle leaves the server alive", async () => {
  await app.speak((socket) => {
    socket.write(`${head(FORM, "Content-Length: 1000\r\n")}\r\nabc`);
    setTimeout(() => socket.destroy(), 50);
  });
  expect((await app.fetch("/page")).status).toBe(200);
});
