import type { Db } from "#app/db/connect.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";

const TICKETS = 30;
const WINDOW_SECONDS = 600;

/** Counted outside the ticket's own transaction, so that a refused one counts as well. */
export const countFiling = (db: Db, personId: number) => hit(db, `tickets:${personId}`, TICKETS, WINDOW_SECONDS);
