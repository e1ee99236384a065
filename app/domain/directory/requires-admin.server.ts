import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";

/** Policy lies to the right of this module, so it is the database that is asked, before anything is looked up. */
export async function requireAdministering({ db }: Ctx): Promise<void> {
  const [row] = await db.execute<{ administers: boolean }>(sql`select tram_administers() as administers`);
  if (!row?.administers) throw new DomainError("not_found", "admin");
}
