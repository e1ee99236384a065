import type { Db } from "#app/db/connect.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";
import { type PageArgs, withVisit } from "#app/http/context.server.ts";

const TICKETS = 30;
const TICKETS_SECONDS = 600;
const WRITINGS = 40;
const WRITINGS_SECONDS = 60;

/** Counted outside the ticket's own transaction, so that a refused one counts as well. */
export const countFiling = (db: Db, personId: number) => hit(db, `tickets:${personId}`, TICKETS, TICKETS_SECONDS);

/** The same for replies, notes and all that is done to one ticket: the limit is more than anybody does by hand. */
export const writingTurn = (args: PageArgs): Promise<{ ok: boolean; headers?: HeadersInit }> =>
  withVisit(
    args,
    async ({ db, signedIn }) => {
      if (!signedIn) return { ok: true };
      const turn = await hit(db, `writing:${signedIn.actor.personId}`, WRITINGS, WRITINGS_SECONDS);
      return turn.ok ? { ok: true } : { ok: false, headers: { "Retry-After": String(turn.retryAfterSeconds) } };
    },
    { uploads: true },
  );
