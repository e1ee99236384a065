import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { type Db, openDatabase } from "#app/db/connect.server.ts";
import * as schema from "#app/db/schema.server.ts";

export type Bulk = { db: Db; close(): Promise<void> };

/** A connection of its own for some hundred thousand small statements, as the app's role like every other. */
export function openBulk(url: string): Bulk {
  const { sql, close } = openDatabase(url, { max: 1 });
  return { db: drizzle(quick(sql), { schema, casing: "snake_case" }), close };
}

/**
 * The same client, but each statement is parsed and planned once, and a transaction inside a transaction is no
 * savepoint: the driver never releases one, and hundreds of them make every look at one's own rows slower.
 */
function quick<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const own: Record<string, unknown> = {
    unsafe: (text: string, args: postgres.ParameterOrJSON<never>[], options: postgres.UnsafeQueryOptions) =>
      client.unsafe(text, args, { ...options, prepare: true }),
    begin: (work: (inner: postgres.TransactionSql) => unknown) =>
      (client as postgres.Sql).begin((inner) => work(quick(inner))),
    savepoint: (work: (inner: Client) => unknown) => work(quick(client)),
  };
  return new Proxy(client, { get: (target, key, self) => own[key as string] ?? Reflect.get(target, key, self) });
}
