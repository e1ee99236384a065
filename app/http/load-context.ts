import type { Db } from "#app/db/connect.server.ts";
import type { RefusedRequest } from "#app/domain/audit/refusals.server.ts";
import type { Live } from "#app/live/live.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    db: Db;
    nonce: string;
    requestId: string;
    /** The true peer address, as seen past our own proxies. */
    peer: string;
    live: Live;
    /** A method that the address has no answer to: its loader runs to tell who may see the page, and nothing stays of it. */
    asksOnly?: boolean;
    /** Known to be away: answer at once instead of waiting for a connection. */
    databaseIsDown?(): boolean;
    /** Told each time a request ends because the database did not answer. */
    onDatabaseError?(): void;
    /** Told of each request that was turned away; must neither wait nor fail. */
    onRefused?(refused: RefusedRequest): void;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
