import { sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { readSession } from "#app/domain/identity/sessions.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { log } from "#app/lib/log.server.ts";
import { eachOf } from "#app/live/each-of.ts";
import { newestEvent } from "#app/live/events.server.ts";
import { openHub } from "#app/live/hub.server.ts";
import { listenToDatabase } from "#app/live/listener.server.ts";
import type { Live } from "#app/live/live.server.ts";
import { listStanding } from "#app/live/standing.server.ts";
import { liveStream } from "#app/live/stream.server.ts";
import { stillViewing, stopViewing } from "#app/live/viewers.server.ts";

const TICK_MS = 250;
const POLL_MS = 5_000;
const SESSION_CHECK_MS = 4_000;
const VIEWERS_MS = 10_000;
const BEAT_MS = 15_000;
const AT_ONCE = 4;

/** Repeats, one run at a time; what goes wrong waits for the next turn. */
function every(ms: number, name: string, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const turn = async () => {
    await work().catch((err: unknown) => log.debug({ err, work: name }, "live update work failed"));
    if (!stopped) next();
  };
  const next = () => {
    timer = setTimeout(() => void turn(), ms);
    timer.unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export function openLive({ url, db }: { url: string; db(): Db }): Live {
  const hub = openHub(db);
  const viewing = () => [...hub.clients].flatMap(({ id, ticket }) => (ticket === null ? [] : [id]));
  let started = false;

  async function poll(): Promise<void> {
    if (!started) await hub.start(SYSTEM, await newestEvent(db()));
    else await hub.poll(SYSTEM);
    started = true;
  }

  /** With other rights a person comes back as somebody new, and what they may see is decided again. */
  async function checkSessions(): Promise<void> {
    const standing = await listStanding(db(), [...new Set([...hub.clients].map(({ sessionId }) => sessionId))]);
    await eachOf([...hub.clients], AT_ONCE, async (client) => {
      const mark = standing.get(client.sessionId);
      if (mark !== undefined && client.mark === null) {
        const found = await readSession(db(), client.cookie, new Date(), { touch: false });
        if (JSON.stringify(found?.actor) === JSON.stringify(client.actor)) client.mark = mark;
      }
      if (mark === undefined || client.mark !== mark) client.end();
    });
  }

  const stopListening = listenToDatabase({
    url,
    notify: (channel, payload) => db().execute(sql`select pg_notify(${channel}, ${payload})`),
    onHint: (payload) => {
      try {
        hub.hear(payload);
      } catch (err) {
        log.warn({ err }, "a notification could not be read");
      }
    },
    onListening: () => void poll().catch(() => {}),
  });
  const stops = [
    every(TICK_MS, "tick", hub.tick),
    every(POLL_MS, "poll", poll),
    every(SESSION_CHECK_MS, "sessions", checkSessions),
    every(VIEWERS_MS, "viewers", async () => (viewing().length > 0 ? stillViewing(db(), viewing()) : undefined)),
    every(BEAT_MS, "beat", async () => {
      for (const client of hub.clients) client.beat();
    }),
  ];

  return {
    handler: liveStream(hub, db),
    cursor: hub.cursor,
    async stop() {
      for (const stop of stops) stop();
      const mine = viewing();
      for (const client of [...hub.clients]) client.end();
      if (mine.length > 0) await stopViewing(db(), mine).catch(() => {});
      await stopListening();
    },
  };
}
