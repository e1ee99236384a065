import { withDatabase } from "#app/boot/database.ts";
import { listDemoPeople } from "#app/domain/directory/people.server.ts";
import { env } from "#app/env.server.ts";
import { seedWhenEmpty } from "#drizzle/seed/seed.ts";

await withDatabase(async ({ db, say }) => {
  const demo = env.TRAM_DEMO ?? env.DATABASE_URL === undefined;
  await seedWhenEmpty(db, { demo, say });
  const people = await listDemoPeople(db);
  say(`The units and the systems are in place, ${people.length === 0 ? "without a demo" : "with the demo people"}.`);
});
