import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "#app/db/schema.server.ts";

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Database = { sql: postgres.Sql; db: Db; close(): Promise<void> };
export type DatabaseOptions = {
  max?: number;
  /** Connects as the owner of the tables, past row-level security: for migrations and the jobs' own schema. */
  owner?: boolean;
};

export function openDatabase(url: string, { max = 10, owner = false }: DatabaseOptions = {}): Database {
  const sql = postgres(url, {
    max,
    connect_timeout: 3,
    keep_alive: 10,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    // The default waits up to 20 seconds; a database that came back is used within one.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: owner ? OWNER_SESSION : APP_SESSION,
  });
  const db = drizzle(sql, { schema, casing: "snake_case" });
  return { sql, db, close: () => sql.end({ timeout: 5 }) };
}

const SESSION = {
  TimeZone: "UTC",
  // A client that vanished in the middle of a statement keeps its locks no longer than this.
  client_connection_check_interval: 1_000,
};

const OWNER_SESSION = { ...SESSION, application_name: "tram owner" };

const APP_SESSION = {
  ...SESSION,
  application_name: "tram",
  role: "tram_app",
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
};
