import { eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { people, sites, teams } from "#app/domain/directory/schema.server.ts";
import { writeSetting } from "#app/domain/directory/settings.server.ts";
import { hashPassword } from "#app/domain/identity/password.server.ts";
import { credentials } from "#app/domain/identity/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { DEMO_PASSWORD } from "#app/server/demo-people.server.ts";
import { DEMO_PEOPLE, type DemoPersonRow } from "#drizzle/seed/data/demo-people.ts";
import { type DemoPermit, mayHoldDemo } from "#drizzle/seed/permit.ts";

/** Long enough ago that everybody already had their role when the first invented ticket was filed. */
const EMPLOYED_DAYS = 120;

/** The people of the sign-in page, once. False when this database belongs to real people. */
export async function seedDemoPeople(db: Db, now: Date, permit: DemoPermit): Promise<boolean> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return inContext(db, SYSTEM, now, async ({ db: tx }) => {
    if (!(await mayHoldDemo(tx))) return false;
    await writeSetting(tx, "session_preset", "counter", now);
    await writeSetting(tx, "demo", true, now);
    await addPeople(tx, DEMO_PEOPLE, { now, passwordHash, permit });
    return true;
  });
}

type Common = { now: Date; passwordHash: string; permit: DemoPermit };

/** Adds whoever is not there yet, with their roles and the common password. */
export async function addPeople(tx: Tx, rows: readonly DemoPersonRow[], { now, passwordHash }: Common): Promise<void> {
  const emails = rows.map((row) => row.email);
  const known = await tx.select({ email: people.email }).from(people).where(inArray(people.email, emails));
  const missing = rows.filter((row) => !known.some((person) => person.email === row.email));
  if (missing.length === 0) return;
  const siteId = await siteIds(tx);
  const teamRows = await tx.select({ id: teams.id, key: teams.key }).from(teams);
  const teamId = new Map(teamRows.map((team) => [team.key, team.id]));
  const added = await tx
    .insert(people)
    .values(
      missing.map((row, index) => ({
        email: row.email,
        fullName: row.fullName,
        phone: phoneOf(known.length + index),
        position: row.position,
        siteId: siteId(row.worksAt),
        isDemo: true,
        createdAt: now,
      })),
    )
    .returning({ id: people.id, email: people.email });
  const personId = new Map(added.map((person) => [person.email, person.id]));
  await tx.insert(credentials).values(added.map(({ id }) => ({ personId: id, passwordHash, changedAt: now })));
  await tx.insert(grants).values(
    missing.flatMap((row) =>
      row.grants.map((grant) => ({
        personId: personId.get(row.email) ?? 0,
        role: grant.role,
        siteId: siteId(grant.at),
        teamId: grant.team === undefined ? null : (teamId.get(grant.team) ?? null),
        validFrom: addDays(dateIn(now), -EMPLOYED_DAYS),
      })),
    ),
  );
}

async function siteIds(tx: Tx): Promise<(at: string) => number> {
  const rows = await tx.select({ id: sites.id, slug: sites.slug }).from(sites);
  const [city] = await tx.select({ id: sites.id }).from(sites).where(eq(sites.kind, "city"));
  const bySlug = new Map(rows.map((site) => [site.slug, site.id]));
  return (at) => {
    const id = at === "city" ? city?.id : bySlug.get(at);
    if (id === undefined) throw new Error(`no site ${at}: the reference data comes first`);
    return id;
  };
}

/** Numbers that nobody owns: the block 090 000 is not given out. */
const phoneOf = (index: number) => `+8490000${String(1000 + index).padStart(4, "0")}`;
