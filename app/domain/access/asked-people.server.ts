import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { people, sites } from "../directory/schema.server.ts";

/** Where the people asked for work, and what predecessors hold. */
export async function readAskedPeople(
  ctx: Ctx,
  {
    personIds,
    successorOf,
    rightIds,
  }: { personIds: readonly number[]; successorOf: readonly number[]; rightIds: readonly number[] },
) {
  const rows = await ctx.db
    .select({ id: people.id, position: people.position, path: sites.path })
    .from(people)
    .leftJoin(sites, sql`${sites.id} = ${people.siteId}`)
    .where(inArray(people.id, [0, ...personIds]));
  const wards = [...new Set(rows.flatMap(({ path }) => path?.[1] ?? []))];
  const held = successorOf.length === 0 ? [] : await listHeld(ctx, wards, rightIds);
  return {
    people: new Map(rows.map(({ id, position, path }) => [id, { position, departmentId: path?.[2] ?? null }])),
    holdings: held.filter(({ id }) => successorOf.includes(id)),
  };
}

async function listHeld(ctx: Ctx, wards: readonly number[], rightIds: readonly number[]) {
  const found = await Promise.all(
    wards.map((ward) =>
      ctx.db.execute<{
        id: number;
        person_id: number;
        right_id: number;
        department_id: number | null;
        position: string;
      }>(sql`
        select * from tram_holders(${ward}::int, ${sql.param(`{${rightIds.join(",")}}`)}::int[])`),
    ),
  );
  return found.flat().map(({ id, person_id, right_id, department_id, position }) => ({
    ...{ id, personId: person_id, rightId: right_id, departmentId: department_id, position },
  }));
}
