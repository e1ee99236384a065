import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestCluster } from "#tests/support/cluster.ts";
import { type RunningApp, runToEnd, startApp } from "#tests/support/server.ts";

const NOWHERE = "postgres://tram:secret@127.0.0.1:1/tram";

describe("what is wrong is said in one line", () => {
  test.each([
    ["PORT", "http"],
    ["APP_URL", "tram.example"],
    ["TRUST_PROXY", "true"],
    ["TRAM_ROLES", "cook"],
    ["DATABASE_URL", "mysql://h/d"],
  ])("%s=%s", async (name, value) => {
    const { code, stderr } = await runToEnd({ [name]: value });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(name);
  });

  test("a database that cannot be reached, without its password", async () => {
    const { code, stderr } = await runToEnd({ DATABASE_URL: NOWHERE });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("127.0.0.1:1");
    expect(stderr).not.toContain("secret");
  });
});

describe("a running app", () => {
  let cluster: Awaited<ReturnType<typeof startTestCluster>>;
  let app: RunningApp;
  let gone = false;

  beforeAll(async () => {
    cluster = await startTestCluster();
    app = await startApp({ env: { DATABASE_URL: cluster.url() } });
  });
  afterAll(async () => {
    if (!gone) await app.stop();
    await cluster.stop();
  });

  const get = (path: string) => fetch(app.url + path, { headers: { accept: "text/html" } });
  const send = (socket: Socket, path: string, body: string, length = body.length) =>
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );

  test("a port that is taken is said in one line", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await sleep(50);
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, stderr } = await runToEnd({ DATABASE_URL: cluster.url(), PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(port);
  });

  test("it outlives its database, says 503 quickly, and serves again when it is back", async () => {
    expect((await get("/login")).status).toBe(200);
    process.kill(cluster.pid() ?? 0, "SIGKILL");
    await sleep(300);
    for (let round = 0; round < 3; round++) {
      const asked = performance.now();
      const page = await get("/login");
      expect(page.status).toBe(503);
      expect(page.headers.get("retry-after")).toBe("5");
      expect(await page.text()).toContain("Trạm tạm thời chưa phục vụ được");
      expect(performance.now() - asked).toBeLessThan(3_000);
      await sleep(700);
    }
    expect((await get("/login.data")).status).toBe(503);
    expect((await get("/readyz")).status).toBe(503);
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/plain.css")).status).toBe(200);

    await cluster.start();
    const back = performance.now();
    while ((await get("/login")).status !== 200) await sleep(100);
    expect(performance.now() - back).toBeLessThan(5_000);
    expect(await (await get("/readyz")).json()).toMatchObject({ ready: true, database: true, storage: true });
  });

  test("asked to stop, it ends what it was doing and leaves in order", async () => {
    const busy = connect(app.port, "127.0.0.1");
    let answer = "";
    busy.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    send(busy, "/login", "email=a", 20);
    await sleep(200);

    const stopping = app.stop();
    gone = true;
    await sleep(300);
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    busy.write("&password=bbb");
    expect(await stopping).toBe(0);
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  });
});
