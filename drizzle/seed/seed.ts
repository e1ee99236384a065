import type { Db } from "#app/db/connect.server.ts";
import { env } from "#app/env.server.ts";
import { seedDemoPeople } from "#drizzle/seed/people.ts";
import { permitDemo } from "#drizzle/seed/permit.ts";
import { seedReference } from "#drizzle/seed/reference.ts";

/** What a start finds missing: the units and systems everywhere, the people of the demo where one may be. */
export async function seedWhenEmpty(db: Db, { demo }: { demo: boolean; say(line: string): void }): Promise<void> {
  const now = new Date();
  await seedReference(db, now);
  if (demo) await seedDemoPeople(db, now, permitDemo(env));
}
