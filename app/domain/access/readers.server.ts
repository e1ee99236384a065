import type { Ctx } from "#app/db/context.server.ts";
import { accessReaders } from "./schema.server.ts";

/** Whom a request concerns reads its ticket, for good: what they decided or did there stays theirs to look up. */
export async function letRead(
  ctx: Ctx,
  ticketNumber: number,
  { people = [], teams = [] }: { people?: readonly number[]; teams?: readonly number[] },
): Promise<void> {
  const rows = [
    ...[...new Set(people)].map((personId) => ({ ticketNumber, personId, teamId: null })),
    ...[...new Set(teams)].map((teamId) => ({ ticketNumber, personId: null, teamId })),
  ];
  if (rows.length > 0) await ctx.db.insert(accessReaders).values(rows).onConflictDoNothing();
}
