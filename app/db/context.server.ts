import { sql } from "drizzle-orm";
import { type Actor, type Person, reachOf } from "#app/domain/policy/actor.ts";
import type { Db, Tx } from "./connect.server.ts";

/** What every verb and query gets: the transaction, on whose behalf, and what time it is. */
export type Ctx = {
  readonly db: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** What is written is no news: a demo's past, told to nobody. */
  readonly quiet?: boolean;
  /** Where the request came from, for the audit history. */
  readonly peer?: string;
  readonly requestId?: string;
};
/** A ctx in which somebody is signed in. */
export type PersonCtx = Ctx & { readonly actor: Person; readonly sessionId?: string };

const list = (ids: readonly number[]) => `{${ids.join(",")}}`;

/** Tells row-level security, for the rest of this transaction, who is asking. */
export async function actAs(tx: Tx, actor: Actor): Promise<void> {
  const reach = reachOf(actor);
  await tx.execute(sql`select
    set_config('tram.person', ${reach.personId === null ? "" : String(reach.personId)}, true),
    set_config('tram.system', ${reach.system ? "1" : ""}, true),
    set_config('tram.admin', ${reach.admin ? "1" : ""}, true),
    set_config('tram.city', ${reach.city ? "1" : ""}, true),
    set_config('tram.sites', ${list(reach.sites)}, true),
    set_config('tram.teams', ${list(reach.teams)}, true),
    set_config('tram.support_city', ${reach.supportCity ? "1" : ""}, true),
    set_config('tram.support_sites', ${list(reach.supportSites)}, true),
    set_config('tram.file_sites', ${list(reach.fileSites)}, true)`);
}

/** The only door to rows: one transaction that carries the actor. */
export function inContext<T>(db: Db, actor: Actor, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await actAs(tx, actor);
    return work({ db: tx, actor, now });
  });
}
