import { sql } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { readSetting } from "#app/domain/directory/settings.server.ts";
import type { Env } from "#app/env.server.ts";

declare const permitted: unique symbol;
/** Proof that invented people and tickets may be written; only `permitDemo` makes one. */
export type DemoPermit = { readonly [permitted]: true };

/** Invented data belongs in a database of our own, or in one whose operator said TRAM_DEMO=1. */
export function permitDemo(given: Pick<Env, "DATABASE_URL" | "TRAM_DEMO">): DemoPermit {
  if (!(given.TRAM_DEMO ?? given.DATABASE_URL === undefined)) {
    throw new Error("demo data is only for the embedded database, or for one started with TRAM_DEMO=1");
  }
  return {} as DemoPermit; // safe because the brand exists only in types
}

/** Real people are never joined by invented ones: a demo begins in an empty office or goes on in a demo. */
export async function mayHoldDemo(tx: Tx): Promise<boolean> {
  if ((await readSetting(tx, "demo")) === true) return true;
  const [people] = await tx.execute<{ none: boolean }>(sql`select not exists (select from people) as none`);
  return people?.none === true;
}
