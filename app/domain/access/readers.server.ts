import type { Ctx } from "#app/db/context.server.ts";
import { accessReaders } from "./schema.server.ts";

type Concerned = { affected?: readonly number[]; approvers?: readonly number[]; teams?: readonly number[] };

/** Whom a request concerns reads its ticket, for good: what they decided or did there stays theirs to look up. */
export async function letRead(ctx: Ctx, number: number, { affected = [], approvers = [], teams = [] }: Concerned) {
  const people = (ids: readonly number[], tie: "affected" | "approver") =>
    [...new Set(ids)].map((personId) => ({ ticketNumber: number, personId, teamId: null, tie }));
  const rows = [
    ...people(affected, "affected"),
    ...people(approvers, "approver"),
    ...[...new Set(teams)].map((teamId) => ({ ticketNumber: number, personId: null, teamId, tie: "granter" as const })),
  ];
  if (rows.length > 0) await ctx.db.insert(accessReaders).values(rows).onConflictDoNothing();
}
