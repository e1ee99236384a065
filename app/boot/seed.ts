import { withDatabase } from "#app/boot/database.ts";
import { listDemoPeople } from "#app/domain/directory/people.server.ts";
import { env } from "#app/env.server.ts";
import { seedWhenEmpty, writeDemoLife } from "#drizzle/seed/seed.ts";

await withDatabase(async ({ url, db, say }) => {
  const demo = env.TRAM_DEMO ?? env.DATABASE_URL === undefined;
  await seedWhenEmpty(db, { demo, say });
  if (demo && env.TRAM_DEMO_DAYS > 0) await writeDemoLife({ url, say }).finished;
  const people = await listDemoPeople(db);
  say(`The units and the systems are in place, ${people.length === 0 ? "without a demo" : "with the demo people"}.`);
});
