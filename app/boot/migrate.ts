import { withDatabase } from "#app/boot/database.ts";

await withDatabase(async ({ say }) => say("The database is up to date."));
