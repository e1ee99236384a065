import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { Person } from "#app/domain/policy/actor.ts";

const MAX_BUFFERED_BYTES = 64 * 1024;
const RETRY_MS = 2_000;
const RETRY_JITTER_MS = 3_000;
const LAST_WORD_MS = 500;

// Spread out, so that a restarted node is not met by everybody at once.
const retryLine = () => `retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_JITTER_MS)}\n\n`;

export type Who = { actor: Person; sessionId: string; cookie: string; reach: string };
export type Client = ReturnType<typeof openClient>;

/** One open stream. A reader that does not read is dropped rather than buffered for. */
export function openClient(res: Response, who: Who) {
  res.status(200).type("text/event-stream").setHeader("X-Accel-Buffering", "no");
  res.flushHeaders();
  const write = (text: string) => {
    if (res.writableEnded || res.destroyed) return;
    if (res.writableLength + text.length > MAX_BUFFERED_BYTES) res.destroy();
    else res.write(text);
  };
  write(retryLine());
  return {
    id: randomUUID(),
    ...who,
    /** What the rights looked like when last checked. */
    mark: null as string | null,
    ticket: null as number | null,
    viewersSent: "[]",
    send(event: "hello" | "changed" | "resync" | "viewers" | "told", data: unknown, id?: number) {
      write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
    },
    beat: () => write(": still here\n\n"),
    end() {
      write(retryLine());
      res.end();
      // One that does not read would never take the end either.
      setTimeout(() => res.destroy(), LAST_WORD_MS).unref();
    },
  };
}
