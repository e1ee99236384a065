import { expect, test } from "vitest";
import { patient } from "#tests/support/patience.ts";
import { startApp } from "#tests/support/server.ts";

test("the app starts with nothing given, survives its own kill -9, and leaves nothing behind when it stops", async () => {
  const first = await startApp();
  expect(await (await fetch(`${first.url}/healthz`)).text()).toBeTruthy();
  await first.kill();

  const from = Date.now();
  const second = await startApp({ dataDir: first.dataDir, port: first.port });
  expect(Date.now() - from).toBeLessThan(patient(10_000));
  expect(second.output()).toContain("The database was still running: using it.");
  expect(await second.stop()).toBe(0);
}, 120_000);
