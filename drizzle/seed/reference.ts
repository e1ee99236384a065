import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { sites, systems, teams } from "#app/domain/directory/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { seedAccess } from "#drizzle/seed/access.ts";
import { DEPARTMENTS } from "#drizzle/seed/data/departments.ts";
import { SYSTEMS, TEAMS } from "#drizzle/seed/data/systems.ts";
import { readUnits } from "#drizzle/seed/tables.ts";

/** The day the districts ended and the 168 units began. */
const SINCE = "2025-07-01";
const CITY = "tp-ho-chi-minh";
const LOCK = 7_872_612; // Any number, the same in every process that seeds.

/** The city, its units and their rooms, the teams and the systems. What is there already stays as the office has it. */
export function seedReference(db: Db, now: Date): Promise<void> {
  return inContext(db, SYSTEM, now, async ({ db: tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await seedSites(tx);
    await seedSystems(tx);
    await seedAccess(tx);
  });
}

async function seedSites(tx: Tx): Promise<void> {
  const units = readUnits();
  await tx
    .insert(sites)
    .values({ kind: "city", slug: CITY, name: "Thành phố Hồ Chí Minh", path: [], validFrom: SINCE })
    .onConflictDoNothing();
  const [city] = await tx.select({ id: sites.id }).from(sites).where(eq(sites.slug, CITY));
  if (!city) throw new Error("the city was not stored");
  await tx
    .insert(sites)
    .values(
      units.map((unit) => ({
        kind: "ward" as const,
        parentId: city.id,
        slug: unit.slug,
        name: unit.name,
        unitKind: unit.kind,
        formerArea: unit.formerArea,
        population: unit.population,
        path: [],
        validFrom: SINCE,
      })),
    )
    .onConflictDoNothing();
  const wards = await tx.select({ id: sites.id, slug: sites.slug }).from(sites).where(eq(sites.kind, "ward"));
  const idOf = new Map(wards.map((ward) => [ward.slug, ward.id]));
  await tx
    .insert(sites)
    .values(
      units.flatMap((unit) =>
        DEPARTMENTS.filter((department) => department.in?.includes(unit.kind) ?? true).map((department) => ({
          kind: "department" as const,
          parentId: idOf.get(unit.slug) ?? null,
          slug: `${unit.slug}/${department.slug}`,
          name: department.name,
          path: [],
          validFrom: SINCE,
        })),
      ),
    )
    .onConflictDoNothing();
  await fillPaths(tx);
}

/** A path ends with the row's own id, so it can be written only once the row has one: parents first. */
export async function fillPaths(tx: Tx): Promise<void> {
  await tx.execute(sql`update sites set path = array[id] where kind = 'city' and path = '{}'`);
  for (const kind of ["ward", "department"]) {
    await tx.execute(sql`
      update sites s set path = parent.path || s.id from sites parent
      where parent.id = s.parent_id and s.kind = ${kind} and s.path = '{}'`);
  }
}

async function seedSystems(tx: Tx): Promise<void> {
  await tx
    .insert(teams)
    .values([...TEAMS])
    .onConflictDoNothing();
  const rows = await tx.select({ id: teams.id, key: teams.key }).from(teams);
  const teamId = new Map(rows.map((team) => [team.key, team.id]));
  await tx
    .insert(systems)
    .values(
      SYSTEMS.map((system, index) => ({
        key: system.key,
        name: system.name,
        nameEn: system.nameEn,
        teamId: teamId.get(system.team) ?? 0,
        sort: (index + 1) * 10,
      })),
    )
    .onConflictDoNothing();
}
