import { resolve } from "node:path";
import { StartError } from "#app/boot/fail.ts";
import { type Embedded, startEmbedded } from "#app/db/embedded.server.ts";
import { env } from "#app/env.server.ts";

/** The database of DATABASE_URL, or the embedded one; shared with a running Trạm, for one-off commands. */
export async function reachDatabase(say: (line: string) => void): Promise<Embedded> {
  if (!env.DATABASE_URL) return await startEmbedded({ dataDir: resolve(env.DATA_DIR), say, share: true });
  if (!/^postgres(ql)?:\/\//.test(env.DATABASE_URL) || !URL.canParse(env.DATABASE_URL)) {
    throw new StartError("DATABASE_URL must look like postgres://user:password@host:5432/database");
  }
  return { url: env.DATABASE_URL, stop: async () => {} };
}
