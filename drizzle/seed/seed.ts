import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#app/db/connect.server.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/lib/log.server.ts";
import { seedDemo } from "#drizzle/seed/demo/life.ts";
import { seedDemoPeople } from "#drizzle/seed/people.ts";
import { permitDemo } from "#drizzle/seed/permit.ts";
import { seedReference } from "#drizzle/seed/reference.ts";

type Say = (line: string) => void;

/** What a start finds missing: the units and systems everywhere, the people of the demo where one may be. */
export async function seedWhenEmpty(db: Db, { demo }: { demo: boolean; say: Say }): Promise<void> {
  const now = new Date();
  await seedReference(db, now);
  if (demo) await seedDemoPeople(db, now, permitDemo(env));
}

export type Writing = { finished: Promise<void>; stop(): Promise<void> };

const TRIES = 5;
const BETWEEN_TRIES_MS = 5_000;

/** Writes what is still missing of the demo's past while people already use the desk. Stopped, the next start goes on. */
export function writeDemoLife({ url, say }: { url: string; say: Say }): Writing {
  const permit = permitDemo(env);
  const halt = new AbortController();
  const { signal } = halt;
  const write = async (left: number): Promise<void> => {
    try {
      await seedDemo(url, permit, { now: new Date(), days: env.TRAM_DEMO_DAYS, say, signal });
    } catch (err) {
      if (signal.aborted) return;
      log.warn({ err }, "the demo's past could not be written");
      await sleep(BETWEEN_TRIES_MS, undefined, { signal }).catch(() => {});
      if (left > 1 && !signal.aborted) await write(left - 1);
    }
  };
  const finished = write(TRIES);
  return {
    finished,
    async stop() {
      halt.abort();
      await finished;
    },
  };
}
