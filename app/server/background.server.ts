import { listDemoPeople } from "#app/domain/directory/people.server.ts";
import { type Jobs, startJobs as start } from "#app/jobs/start.server.ts";
import { log } from "#app/lib/log.server.ts";
import type { RenderLetter } from "#app/mail/letter.ts";
import { openTransport } from "#app/mail/transport.server.ts";
import type { Database } from "#app/server/database.server.ts";
import { DEMO_PASSWORD } from "#app/server/demo-people.server.ts";
import { seedWhenEmpty, type Writing, writeDemoLife } from "#drizzle/seed/seed.ts";

export type { Writing };
export type Running = Jobs & { mailIsWell(): boolean };

/** Fills in what a start finds missing, and tells who can sign in where there is a demo. */
export async function seed(database: Database, demo: boolean, say: (line: string) => void): Promise<void> {
  await seedWhenEmpty(database.db, { demo, say });
  const people = demo ? await listDemoPeople(database.db) : [];
  if (people.length === 0) return;
  say(`Demo people (password ${DEMO_PASSWORD}):`);
  for (const { email, fullName, position } of people) say(`  ${email.padEnd(26)}${fullName}, ${position}`);
}

/** A demo's past is written while its people already work; every start goes on where the last one stopped. */
export const startDemoLife = (database: Database, say: (line: string) => void): Writing =>
  writeDemoLife({ url: database.url, say });

export async function startJobs(database: Database, renderLetter: RenderLetter): Promise<Running> {
  const transport = await openTransport();
  const jobs = await start({ url: database.url, db: () => database.db, post: { transport, renderLetter } });
  log.info({ mail: transport.name }, "jobs run");
  return {
    ...jobs,
    mailIsWell: transport.isWell,
    async stop() {
      await jobs.stop();
      transport.close();
    },
  };
}
