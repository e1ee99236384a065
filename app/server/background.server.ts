import { log } from "#app/lib/log.server.ts";
import type { Database } from "#app/server/database.server.ts";

export type Jobs = { isWell(): boolean; stop(): Promise<void> };

type SeedModule = {
  seedWhenEmpty(db: Database["db"], options: { demo: boolean; say(line: string): void }): Promise<void>;
};
type JobsModule = { startJobs(options: { url: string; db(): Database["db"] }): Promise<Jobs> };

const NO_JOBS: Jobs = { isWell: () => true, stop: async () => {} };

async function optional<T>(specifier: string): Promise<T | null> {
  try {
    return (await import(specifier)) as T; // safe because the module behind each name is ours and typed the same
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

export async function seedWhenEmpty(database: Database, demo: boolean, say: (line: string) => void): Promise<void> {
  const module = await optional<SeedModule>("#drizzle/seed/seed.ts");
  await module?.seedWhenEmpty(database.db, { demo, say });
}

export async function startJobs(database: Database): Promise<Jobs> {
  const module = await optional<JobsModule>("#app/jobs/start.server.ts");
  if (!module) return NO_JOBS;
  const jobs = await module.startJobs({ url: database.url, db: () => database.db });
  log.info("jobs run");
  return jobs;
}
