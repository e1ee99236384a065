import { recordAudit } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { log } from "#app/lib/log.server.ts";
import { type Actor, ANONYMOUS, SYSTEM } from "../policy/actor.ts";

/** A request that was turned away: by whom, and what kind of thing it asked for. Never what it carried. */
export type RefusedRequest = {
  why: "origin" | "not_found" | "forbidden" | "limited";
  status: number;
  method: string;
  /** As it came; what may name a person or hold a secret is masked here. */
  path: string;
  peer: string;
  requestId: string;
  actor?: Actor;
};
type Noted = RefusedRequest & { at: Date; more: boolean };

export const A_MINUTE_EACH = 30;
const A_MINUTE_IN_ALL = 300;
const MINUTE_MS = 60_000;
const GATHER_MS = 250;
const WAITING_AT_MOST = 500;

/** Numbers of tickets and the like stay; anything longer could be a phone, an identity card or the secret of a link. */
export const maskedAddress = (path: string): string =>
  path
    .replace(/\.data$/, "")
    .slice(0, 200)
    .split("/")
    .map((part) => (/^[a-z][a-z-]{0,23}$/.test(part) || /^\d{0,7}$/.test(part) ? part : ":x"))
    .slice(0, 8)
    .join("/");

/**
 * Keeps what was refused, after the answer and outside its transaction: it can neither slow nor fail a request. Bounded
 * for each person or address and in all, so that a flood of refusals is a few rows and not a full disk.
 */
export function openRefusalLog(db: () => Db, { now = () => new Date() } = {}) {
  let minute = 0;
  let counts = new Map<string, number>();
  let all = 0;
  let answered = new Set<string>();
  let waiting: Noted[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function note(refused: RefusedRequest): void {
    const at = now();
    const current = Math.floor(at.getTime() / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      counts = new Map();
      answered = new Set();
      all = 0;
    }
    // A page asks several loaders; it is one request that was refused.
    if (answered.has(refused.requestId)) return;
    const who = refused.actor?.kind === "person" ? `person ${refused.actor.personId}` : `peer ${refused.peer}`;
    const count = (counts.get(who) ?? 0) + 1;
    if (count > A_MINUTE_EACH + 1 || all >= A_MINUTE_IN_ALL || waiting.length >= WAITING_AT_MOST) return;
    answered.add(refused.requestId);
    counts.set(who, count);
    all += 1;
    waiting.push({ ...refused, at, more: count > A_MINUTE_EACH });
    timer ??= setTimeout(() => void flush(), GATHER_MS).unref();
  }

  /** What waits, in one transaction of its own; one at a time, so that it takes one connection at most. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) {
      writing = writing.then(() => write(db(), batch)).catch((err: unknown) => log.warn({ err }, "refusals not kept"));
    }
    return writing;
  }

  return { note, flush };
}

function write(db: Db, batch: readonly Noted[]): Promise<void> {
  return inContext(db, SYSTEM, new Date(), async (ctx) => {
    for (const { actor = ANONYMOUS, at, more, method, path, peer, requestId, status, why } of batch) {
      const address = maskedAddress(path);
      await recordAudit(
        { ...ctx, actor, now: at, peer, requestId },
        {
          action: more ? "request.refused_more" : "request.refused",
          object: { id: address, name: `${method} ${address}` },
          after: more ? { why: "more" } : { why, status },
        },
      );
    }
  });
}
