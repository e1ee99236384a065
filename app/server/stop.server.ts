import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#app/lib/log.server.ts";

type Step = readonly [name: string, work: () => Promise<unknown>];

const REQUESTS_MS = 10_000;
const ALL_MS = 14_000;

/** No new connections; those at work may finish; idle ones are closed so that nobody waits for them. */
export async function drain(server: Server, ms = REQUESTS_MS): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const sweeper = setInterval(() => server.closeIdleConnections(), 200);
  await Promise.race([closed, sleep(ms, undefined, { ref: false })]);
  clearInterval(sweeper);
  server.closeAllConnections();
}

/** Runs the steps in order whatever fails, and ends the process in any case. Called once. */
export function stopper(steps: readonly Step[]) {
  let stopping = false;
  return async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code || 1), ALL_MS).unref();
    for (const [name, work] of steps) {
      await work().catch((err: unknown) => log.error({ err, step: name }, "stopping went wrong"));
    }
    process.exit(code);
  };
}
