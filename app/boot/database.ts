import { resolve } from "node:path";
import { failOn } from "#app/boot/fail.ts";
import { type Db, openDatabase } from "#app/db/connect.server.ts";
import { startEmbedded } from "#app/db/embedded.server.ts";
import { env } from "#app/env.server.ts";
import { migrate } from "#drizzle/migrate.ts";

type Say = (line: string) => void;

/** One-off work on the migrated database of DATABASE_URL, or the embedded one, which a running Trạm shares. */
export async function withDatabase(work: (tools: { url: string; db: Db; say: Say }) => Promise<void>): Promise<void> {
  const say: Say = (line) => process.stdout.write(`${line}\n`);
  try {
    const { url, stop } = await reach(say);
    const { db, close } = openDatabase(url, { max: 2 });
    try {
      await migrate(url, say);
      await work({ url, db, say });
    } finally {
      await close();
      await stop();
    }
  } catch (error) {
    failOn(error);
  }
}

async function reach(say: Say) {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} };
  return await startEmbedded({ dataDir: resolve(env.DATA_DIR), say, share: true });
}
