import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { type Checks, health } from "#app/server/health.server.ts";

const WELL: Checks = { database: async () => true, jobs: () => true, mail: () => true, dataDir: "." };
let stop: () => void;
afterEach(() => stop());

async function readyz(checks: Partial<Checks>) {
  const server = express()
    .use(health({ ...WELL, ...checks }))
    .listen(0, "127.0.0.1");
  stop = () => server.close();
  await new Promise((done) => server.once("listening", done));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
  return { status: answer.status, said: await answer.json() };
}
const ALL = { ready: true, database: true, storage: true, jobs: true, mail: true };

test.each<[string, Partial<Checks>, number, object]>([
  ["all is well", {}, 200, ALL],
  ["no letter leaves: pages still work", { mail: () => false }, 200, { ...ALL, mail: false }],
  ["jobs are in trouble: pages still work", { jobs: () => false }, 200, { ...ALL, jobs: false }],
  ["jobs have not started", { jobs: () => undefined }, 503, { ...ALL, ready: false, jobs: false }],
  ["the database is away", { database: async () => false }, 503, { ...ALL, ready: false, database: false }],
  ["the data folder is gone", { dataDir: "/nowhere" }, 503, { ...ALL, ready: false, storage: false }],
])("%s", async (_, checks, status, said) => expect(await readyz(checks)).toEqual({ status, said }));
