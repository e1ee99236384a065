import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express, { type Response } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, openClient } from "#app/live/client.server.ts";
import { reachKey } from "#app/live/hub.server.ts";

const actor = { kind: "person", personId: 1, name: "Lan", lang: "vi", grants: [] } as const;
let server: Server;
let opened: { client: Client; res: Response };

beforeAll(async () => {
  const app = express().get("/", (_req, res) => {
    opened = { client: openClient(res, { actor, sessionId: "s", cookie: "", reach: reachKey(actor) }), res };
  });
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function readerThatStops() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  await once(socket, "data");
  socket.pause();
  return socket;
}

test("a reader that does not read is dropped rather than buffered for", async () => {
  const socket = await readerThatStops();
  let most = 0;
  for (let round = 0; round < 2_000 && !opened.res.destroyed; round++) {
    opened.client.send("changed", { padding: "x".repeat(10_000) });
    most = Math.max(most, opened.res.writableLength);
    await sleep(1);
  }
  expect(opened.res.destroyed).toBe(true);
  expect(most).toBeLessThanOrEqual(64 * 1024);
  socket.destroy();
});

test("one that does not take the end is closed all the same", async () => {
  const socket = await readerThatStops();
  opened.client.end();
  await sleep(700);
  expect(opened.res.destroyed).toBe(true);
  socket.destroy();
});
