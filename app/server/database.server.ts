import { makeWritable } from "#app/boot/claim.ts";
import type { Db } from "#app/db/connect.server.ts";
import { startEmbedded } from "#app/db/embedded.server.ts";
import { env } from "#app/env.server.ts";
import { watchDatabase } from "#app/server/database-watch.server.ts";
import { migrate } from "#drizzle/migrate.ts";

export type Database = {
  url: string;
  embedded: boolean;
  /** The pool in use: ask anew for each piece of work, it is replaced after the network swallowed connections. */
  readonly db: Db;
  isDown(): boolean;
  /** Answers within a second, and has every migration. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};

async function reach(say: (line: string) => void) {
  makeWritable(env.DATA_DIR);
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} };
  return startEmbedded({ dataDir: env.DATA_DIR, say, address: env.APP_URL });
}

/** Reaches the database, brings it up to date, opens the pool and watches it from then on. */
export async function openWatchedDatabase(say: (line: string) => void): Promise<Database> {
  const { url, stop } = await reach(say);
  try {
    await migrate(url, say);
  } catch (error) {
    await stop();
    throw error;
  }
  const watch = watchDatabase(url);
  return {
    url,
    embedded: env.DATABASE_URL === undefined,
    get db() {
      return watch.pool().db;
    },
    isDown: watch.isDown,
    isReady: watch.isReady,
    async close() {
      await watch.close();
      await stop();
    },
  };
}
