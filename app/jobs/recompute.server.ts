import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { startFirstClocks } from "#app/domain/tickets/clocks/recompute.server.ts";
import { recomputeBatch, type Seen } from "#app/domain/tickets/clocks/recompute-run.server.ts";
import { log } from "#app/lib/log.server.ts";

const POLL_MS = 1_500;
/** A ticket somebody is changing, another worker's batch: soon over. */
const WAIT_MS = 200;

/** Takes recomputations through their tickets, batch by batch, on as many workers as there are. */
export function startRecomputing({ db, batch }: { db(): Db; batch?: number }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const seen: Seen = new Map();
  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => {});
  let looked = false;
  const turn = async () => {
    try {
      if (!looked) await inContext(db(), SYSTEM, new Date(), startFirstClocks);
      looked = true;
      return await recomputeBatch(db(), new Date(), seen, batch);
    } catch (err) {
      log.warn({ err }, "tickets cannot be judged anew");
      return "idle";
    }
  };
  const working = (async () => {
    while (!signal.aborted) {
      const done = await turn();
      if (done === "idle") await pause(POLL_MS);
      if (done === "waits") await pause(WAIT_MS);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
