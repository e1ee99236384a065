import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#drizzle/migrate.ts";
import { startTestCluster } from "#tests/support/cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

export const TEMPLATE = "tram_template";

/** One PostgreSQL a run, one migrated database in it that every test file copies. */
export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  try {
    const sql = postgres(cluster.url(), { max: 1, onnotice: () => {} });
    await sql.unsafe(`create database ${TEMPLATE}`);
    await sql.end();
    await migrate(cluster.url(TEMPLATE));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide("clusterUrl", cluster.url());
  return () => cluster.stop();
}
