import { eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { isUniqueViolation } from "#app/db/unique.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { requireAdministering } from "./requires-admin.server.ts";
import { systems, teams } from "./schema.server.ts";

export type AdminSystem = {
  id: number;
  key: string;
  name: string;
  nameEn: string;
  teamId: number;
  teamName: string;
  teamNameEn: string;
  retiredAt: Date | null;
  version: number;
};

const columns = {
  id: systems.id,
  key: systems.key,
  name: systems.name,
  nameEn: systems.nameEn,
  teamId: systems.teamId,
  teamName: teams.name,
  teamNameEn: teams.nameEn,
  retiredAt: systems.retiredAt,
  version: systems.version,
};

/** In the order of the report form; the retired ones last. A city has a few dozen. */
export function listAllSystems(ctx: Ctx, limit = 300): Promise<AdminSystem[]> {
  return ctx.db
    .select(columns)
    .from(systems)
    .innerJoin(teams, eq(teams.id, systems.teamId))
    .orderBy(sql`${systems.retiredAt} is not null`, systems.sort, systems.id)
    .limit(limit);
}

export async function getSystem(ctx: Ctx, id: number): Promise<AdminSystem> {
  const [system] = await ctx.db
    .select(columns)
    .from(systems)
    .innerJoin(teams, eq(teams.id, systems.teamId))
    .where(eq(systems.id, id));
  if (!system) throw new DomainError("not_found", "system");
  return system;
}

type Facts = { name: string; nameEn: string; teamId: number };

/** Comes last on the report form. The key is for imports and addresses, and never changes. */
export async function addSystem(ctx: Ctx, input: Facts & { key: string }): Promise<number> {
  await requireAdministering(ctx);
  const team = await teamName(ctx, input.teamId);
  const adding = ctx.db.transaction((tx) =>
    tx
      .insert(systems)
      .values({ ...input, sort: sql`(select coalesce(max(sort), 0) + 10 from systems)` })
      .returning({ id: systems.id }),
  );
  const [system] = await adding.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("conflict", "key_taken") : error;
  });
  if (!system) throw new Error("systems returned no row");
  await recordAudit(ctx, {
    action: "system.added",
    object: { id: system.id, name: input.name },
    after: { key: input.key, name: input.name, nameEn: input.nameEn, team },
  });
  return system.id;
}

async function teamName(ctx: Ctx, id: number): Promise<string> {
  const [team] = await ctx.db.select({ name: teams.name }).from(teams).where(eq(teams.id, id));
  if (!team) throw new DomainError("invalid", "team_unknown");
  return team.name;
}

async function lockSystem(ctx: Ctx, { id, version }: { id: number; version?: number }) {
  const [system] = await ctx.db.select().from(systems).where(eq(systems.id, id)).for("update");
  if (!system) throw new DomainError("not_found", "system");
  if (version !== undefined && system.version !== version) throw new DomainError("conflict", "changed_meanwhile");
  return system;
}

export async function changeSystem(ctx: Ctx, input: Facts & { id: number; version: number }): Promise<void> {
  await requireAdministering(ctx);
  const system = await lockSystem(ctx, input);
  const { name, nameEn, teamId } = input;
  const before = { name: system.name, nameEn: system.nameEn, team: await teamName(ctx, system.teamId) };
  const after = { name, nameEn, team: await teamName(ctx, teamId) };
  if (system.teamId === teamId && JSON.stringify(before) === JSON.stringify(after)) return;
  const version = system.version + 1;
  await ctx.db.update(systems).set({ name, nameEn, teamId, version }).where(eq(systems.id, system.id));
  await recordAudit(ctx, { action: "system.changed", object: { id: system.id, name }, before, after });
}

/** From the given day on nobody can report it any more; null brings it back. Its tickets stay as they are. */
export async function retireSystem(ctx: Ctx, input: { id: number; version: number; at: Date | null }): Promise<void> {
  await requireAdministering(ctx);
  const system = await lockSystem(ctx, input);
  if ((system.retiredAt?.getTime() ?? null) === (input.at?.getTime() ?? null)) return;
  const retired = (at: Date | null) => ({ retiredAt: at && dateIn(at) });
  await ctx.db
    .update(systems)
    .set({ retiredAt: input.at, version: system.version + 1 })
    .where(eq(systems.id, system.id));
  await recordAudit(ctx, {
    action: input.at ? "system.retired" : "system.brought_back",
    object: { id: system.id, name: system.name },
    before: retired(system.retiredAt),
    after: retired(input.at),
  });
}

/** One place up or down on the report form, where a ward has not yet an order of its own by what it reports. */
export async function orderSystem(ctx: Ctx, input: { id: number; direction: "up" | "down" }): Promise<void> {
  await requireAdministering(ctx);
  await ctx.db.execute(sql`lock table systems in share row exclusive mode`);
  const rows = await ctx.db.execute<{ id: number; name: string }>(
    sql`select id, name from systems order by retired_at is not null, sort, id`,
  );
  const ids = rows.map(({ id }) => id);
  const from = ids.indexOf(input.id);
  const to = from + (input.direction === "up" ? -1 : 1);
  const name = rows[from]?.name;
  if (name === undefined) throw new DomainError("not_found", "system");
  if (to < 0 || to >= ids.length) return;
  ids.splice(to, 0, ...ids.splice(from, 1));
  await ctx.db.execute(sql`
    update systems s set sort = wanted.place * 10
    from unnest(${`{${ids.join(",")}}`}::int[]) with ordinality as wanted (id, place) where wanted.id = s.id`);
  const place = (at: number) => ({ place: at + 1 });
  await recordAudit(ctx, {
    action: "system.ordered",
    object: { id: input.id, name },
    before: place(from),
    after: place(to),
  });
}
