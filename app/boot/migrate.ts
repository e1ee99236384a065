import { reachDatabase } from "#app/boot/database.ts";
import { failOn } from "#app/boot/fail.ts";
import { migrate } from "#drizzle/migrate.ts";

const say = (line: string) => console.log(line);

try {
  const { url, stop } = await reachDatabase(say);
  await migrate(url, say).finally(stop);
  say("The database is up to date.");
} catch (error) {
  failOn(error);
}
