import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdministering } from "../directory/requires-admin.server.ts";
import { accessRights, positionRights, positions } from "./schema.server.ts";
import { unlessTaken } from "./taken.server.ts";

/** Posts with how many rights each should have, and how many people carry its name. */
export async function listPositions(ctx: Ctx) {
  await requireAdministering(ctx);
  return ctx.db
    .select({
      ...{ id: positions.id, name: positions.name, nameEn: positions.nameEn, retiredAt: positions.retiredAt },
      rights: sql<number>`(select count(*)::int from position_rights r where r.position_id = ${positions.id})`,
      holders: sql<number>`(select count(*)::int from people h
        where h.disabled_at is null and tram_fold(h."position") = tram_fold(${positions.name}))`,
    })
    .from(positions)
    .orderBy(sql`${positions.retiredAt} is not null`, asc(positions.sort), asc(positions.id))
    .limit(300);
}

/** Those in use, for choosing one. */
export const listPositionChoices = (ctx: Ctx) =>
  ctx.db
    .select({ id: positions.id, name: positions.name, nameEn: positions.nameEn })
    .from(positions)
    .where(sql`${positions.retiredAt} is null`)
    .orderBy(asc(positions.sort), asc(positions.id))
    .limit(300);

export async function getPosition(ctx: Ctx, id: number) {
  await requireAdministering(ctx);
  const [position] = await ctx.db.select().from(positions).where(eq(positions.id, id));
  if (!position) throw new DomainError("not_found", "position");
  return { ...position, rightIds: await rightsOf(ctx, id) };
}

const rightsOf = async (ctx: Ctx, positionId: number): Promise<number[]> =>
  (
    await ctx.db
      .select({ id: positionRights.rightId })
      .from(positionRights)
      .where(eq(positionRights.positionId, positionId))
      .orderBy(asc(positionRights.rightId))
  ).map(({ id }) => id);

export type PositionFacts = { name: string; nameEn: string; rightIds: readonly number[] };

export async function addPosition(ctx: Ctx, { name, nameEn, rightIds }: PositionFacts): Promise<number> {
  await requireAdministering(ctx);
  const sort = sql`(select coalesce(max(sort), 0) + 10 from positions)`;
  const [position] = await unlessTaken(ctx, (tx) => tx.db.insert(positions).values({ name, nameEn, sort }).returning());
  if (!position) throw new Error("positions returned no row");
  await setRights(ctx, position.id, [], rightIds);
  const after = { name, nameEn, rights: await namesOf(ctx, rightIds) };
  await recordAudit(ctx, { action: "position.added", object: { id: position.id, name }, after });
  return position.id;
}

export async function changePosition(ctx: Ctx, input: PositionFacts & { id: number; version: number }): Promise<void> {
  await requireAdministering(ctx);
  const { id, name, nameEn, rightIds } = input;
  const position = await lockPosition(ctx, input);
  const had = await rightsOf(ctx, id);
  const before = { name: position.name, nameEn: position.nameEn, rights: await namesOf(ctx, had) };
  const after = { name, nameEn, rights: await namesOf(ctx, rightIds) };
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await unlessTaken(ctx, (tx) =>
    tx.db
      .update(positions)
      .set({ name, nameEn, version: position.version + 1 })
      .where(eq(positions.id, id)),
  );
  await setRights(ctx, id, had, rightIds);
  await recordAudit(ctx, { action: "position.changed", object: { id, name }, before, after });
}

/** Nobody is compared with it any more, or again. */
export async function retirePosition(ctx: Ctx, input: { id: number; version: number; retire: boolean }): Promise<void> {
  await requireAdministering(ctx);
  const { id, name, retiredAt, version } = await lockPosition(ctx, input);
  if (input.retire === (retiredAt !== null)) return;
  await unlessTaken(ctx, (tx) =>
    tx.db
      .update(positions)
      .set({ retiredAt: input.retire ? ctx.now : null, version: version + 1 })
      .where(eq(positions.id, id)),
  );
  await recordAudit(ctx, { action: input.retire ? "position.retired" : "position.brought_back", object: { id, name } });
}

async function lockPosition(ctx: Ctx, { id, version }: { id: number; version: number }) {
  const [position] = await ctx.db.select().from(positions).where(eq(positions.id, id)).for("update");
  if (!position) throw new DomainError("not_found", "position");
  if (position.version !== version) throw new DomainError("conflict", "changed_meanwhile");
  return position;
}

async function setRights(ctx: Ctx, positionId: number, had: readonly number[], wanted: readonly number[]) {
  const gone = had.filter((id) => !wanted.includes(id));
  const added = [...new Set(wanted)].filter((id) => !had.includes(id));
  await ctx.db
    .delete(positionRights)
    .where(and(eq(positionRights.positionId, positionId), inArray(positionRights.rightId, [0, ...gone])));
  if (added.length > 0) await ctx.db.insert(positionRights).values(added.map((rightId) => ({ positionId, rightId })));
}

async function namesOf(ctx: Ctx, ids: readonly number[]): Promise<string> {
  const rows = await ctx.db
    .select({ id: accessRights.id, name: accessRights.name })
    .from(accessRights)
    .where(inArray(accessRights.id, [0, ...ids]))
    .orderBy(asc(accessRights.id));
  if (rows.length < new Set(ids).size) throw new DomainError("invalid", "right_unknown");
  return rows.map(({ name }) => name).join(", ");
}
