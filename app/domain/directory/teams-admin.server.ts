import { eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { isUniqueViolation } from "#app/db/unique.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { compareNames } from "#app/lib/names.ts";
import { dateIn } from "#app/lib/time.ts";
import { inVietnamese } from "./in-vietnamese.server.ts";
import { requireAdministering } from "./requires-admin.server.ts";
import { systems, teams } from "./schema.server.ts";

export type TeamRow = { id: number; key: string; name: string; nameEn: string; members: number; systems: number };

const members = (today: string) => sql`
  select distinct p.id, p.full_name as "fullName", p.position, g.valid_until::text as until
  from grants g join people p on p.id = g.person_id
  where g.role = 'specialist' and p.disabled_at is null and g.valid_from <= ${today}::date
    and (g.valid_until is null or g.valid_until >= ${today}::date)`;

export async function listTeamsWithMembers(ctx: Ctx, limit = 200): Promise<TeamRow[]> {
  const rows = await ctx.db.execute<TeamRow>(sql`
    select t.id, t.key, t.name, t.name_en as "nameEn",
      (select count(distinct m.id)::int from (${members(dateIn(ctx.now))} and g.team_id = t.id) m) as members,
      (select count(*)::int from systems s where s.team_id = t.id
        and (s.retired_at is null or s.retired_at > ${ctx.now.toISOString()}::timestamptz)) as systems
    from teams t order by ${inVietnamese(sql`t.name`)}, t.id limit ${limit}`);
  return [...rows];
}

export type Member = { id: number; fullName: string; position: string | null; until: string | null };

export async function getTeam(ctx: Ctx, id: number) {
  const [team] = await ctx.db.select().from(teams).where(eq(teams.id, id));
  if (!team) throw new DomainError("not_found", "team");
  const own = await ctx.db
    .select({ id: systems.id, name: systems.name, nameEn: systems.nameEn, retiredAt: systems.retiredAt })
    .from(systems)
    .where(eq(systems.teamId, id))
    .orderBy(systems.sort, systems.id)
    .limit(200);
  const rows = await ctx.db.execute<Member>(sql`${members(dateIn(ctx.now))} and g.team_id = ${id} limit 300`);
  return { ...team, systems: own, members: rows.map((row) => ({ ...row })).sort(byName) };
}

const byName = (a: Member, b: Member) => compareNames(a.fullName, b.fullName);

type Names = { name: string; nameEn: string };

export async function addTeam(ctx: Ctx, input: Names & { key: string }): Promise<number> {
  await requireAdministering(ctx);
  const adding = ctx.db.transaction((tx) => tx.insert(teams).values(input).returning({ id: teams.id }));
  const [team] = await adding.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("conflict", "key_taken") : error;
  });
  if (!team) throw new Error("teams returned no row");
  await recordAudit(ctx, { action: "team.added", object: { id: team.id, name: input.name }, after: input });
  return team.id;
}

export async function changeTeam(ctx: Ctx, input: Names & { id: number; version: number }): Promise<void> {
  await requireAdministering(ctx);
  const [team] = await ctx.db.select().from(teams).where(eq(teams.id, input.id)).for("update");
  if (!team) throw new DomainError("not_found", "team");
  if (team.version !== input.version) throw new DomainError("conflict", "changed_meanwhile");
  const before = { name: team.name, nameEn: team.nameEn };
  const after = { name: input.name, nameEn: input.nameEn };
  if (before.name === after.name && before.nameEn === after.nameEn) return;
  await ctx.db
    .update(teams)
    .set({ ...after, version: team.version + 1 })
    .where(eq(teams.id, team.id));
  await recordAudit(ctx, { action: "team.changed", object: { id: team.id, name: after.name }, before, after });
}
