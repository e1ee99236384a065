import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { listColleagues } from "../directory/people.server.ts";
import { listFilingWards } from "../tickets/report-page.server.ts";
import { listRights } from "./catalogue.server.ts";

type Wish = { siteId?: number; systemId?: number };

/** What can be asked for at a unit, for whom, and who holds it today. null: this person asks for no unit. */
export async function getAskPage(ctx: PersonCtx, wish: Wish) {
  const wards = await listFilingWards(ctx);
  const ward = wards.find(({ id }) => id === wish.siteId) ?? wards[0];
  if (!ward) return null;
  const rights = await listRights(ctx);
  return {
    ward,
    wards,
    rights: rights.map(({ approval: _, ...right }) => right),
    systemId: wish.systemId ?? null,
    colleagues: await listColleagues(ctx, ward.id),
    holders: await listHolders(
      ctx,
      ward.id,
      rights.map(({ id }) => id),
    ),
    me: ctx.actor.personId,
    commandId: randomUUID(),
  };
}
export type AskPage = NonNullable<Awaited<ReturnType<typeof getAskPage>>>;

/** Who holds these rights at a ward, for whoever asks there for a successor. */
async function listHolders(ctx: PersonCtx, wardId: number, rightIds: readonly number[]) {
  const rows = await ctx.db.execute<{ id: number; person_id: number; name: string; right_id: number }>(sql`
    select h.id, h.person_id, p.full_name as name, h.right_id
    from tram_holders(${wardId}::int, ${sql.param(`{${rightIds.join(",")}}`)}::int[]) h join people p on p.id = h.person_id`);
  return rows.map(({ id, person_id, name, right_id }) => ({ id, personId: person_id, name, rightId: right_id }));
}
