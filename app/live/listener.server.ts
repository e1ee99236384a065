import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#app/db/connect.server.ts";
import { log } from "#app/lib/log.server.ts";

const CHANNEL = "tram_live";
const BEAT_MS = 5_000;
const MAX_WAIT_MS = 10_000;

type Options = {
  url: string;
  /** Sends on the pool, so that a beat proves the whole way there and back. */
  notify(channel: string, payload: string): Promise<unknown>;
  onHint(payload: string): void;
  /** After each (re)connection: something may have been missed. */
  onListening(): void;
};

/** One LISTEN connection. A silent half-open one looks healthy, so it must hear its own heartbeat or be replaced. */
export function listenToDatabase({ url, notify, onHint, onListening }: Options) {
  const stopping = new AbortController();
  const beatChannel = `tram_beat_${randomUUID().replaceAll("-", "")}`;
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => {});

  async function listenUntilSilent(): Promise<void> {
    const connection = openDatabase(url, { max: 1 });
    let heard = true;
    try {
      await connection.sql.listen(CHANNEL, onHint, onListening);
      await connection.sql.listen(beatChannel, () => {
        heard = true;
      });
      while (!stopping.signal.aborted && heard) {
        heard = false;
        const sent = await notify(beatChannel, "").then(
          () => true,
          () => false,
        );
        await pause(BEAT_MS);
        // Without a database to send the beat, silence proves nothing; postgres.js listens again by itself.
        heard ||= !sent;
      }
      if (!stopping.signal.aborted) log.warn("the listener heard nothing of its own: connecting anew");
    } finally {
      void connection.close().catch(() => {});
    }
  }

  const running = (async () => {
    for (let wait = 250; !stopping.signal.aborted; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
      const began = Date.now();
      await listenUntilSilent().catch((err: unknown) => log.warn({ err }, "cannot listen to the database"));
      if (Date.now() - began > MAX_WAIT_MS) wait = 125;
      await pause(wait);
    }
  })();

  return async () => {
    stopping.abort();
    await running;
  };
}
