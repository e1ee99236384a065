import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import type { Actor } from "#app/domain/policy/actor.ts";
import { DeadlineError, isRace } from "#app/http/unavailable.server.ts";
import "#app/domain/subscriptions.server.ts";

const CONNECTION_MS = 2_500;
const WORK_MS = 5_000;
const TRIES = 3;

/**
 * inContext for a page: gives up when no connection comes free or the database falls silent, runs again after a
 * deadlock, and commits when the work ends by throwing a redirect.
 */
export async function pageTransaction<T>(db: Db, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await once(db, actor, work);
    } catch (error) {
      if (left === 1 || !isRace(error)) throw error;
    }
  }
}

async function once<T>(db: Db, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const limit = timeLimit();
  const done = inContext(db, actor, new Date(), async (ctx) => {
    if (limit.passed()) throw new DeadlineError("a connection came too late");
    limit.extend(WORK_MS);
    try {
      return { value: await work(ctx) };
    } catch (error) {
      if (error instanceof Response && error.status < 400) return { redirect: error };
      throw error;
    }
  });
  // When the limit wins the race, the late failure of the work has nobody else to hear it.
  done.catch(() => {});
  try {
    const outcome = await Promise.race([done, limit.reached]);
    if ("redirect" in outcome) throw outcome.redirect;
    return outcome.value;
  } finally {
    limit.clear();
  }
}

function timeLimit() {
  let timer: NodeJS.Timeout;
  let over = false;
  let fail: (error: Error) => void;
  const reached = new Promise<never>((_, reject) => {
    fail = reject;
  });
  reached.catch(() => {});
  const arm = (ms: number) => {
    timer = setTimeout(() => {
      over = true;
      fail(new DeadlineError("the database did not answer in time"));
    }, ms);
  };
  arm(CONNECTION_MS);
  return {
    reached,
    passed: () => over,
    clear: () => clearTimeout(timer),
    extend(ms: number) {
      clearTimeout(timer);
      arm(ms);
    },
  };
}
