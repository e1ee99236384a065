import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext, type PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Lang } from "#app/lib/lang.ts";
import { compareNames } from "#app/lib/names.ts";
import { people, sites } from "./schema.server.ts";
import type { UnitKind } from "./site.ts";

/** The unit a person's room belongs to; a person at a ward itself has it twice. */
const units = alias(sites, "units");
const unitOfSite = and(eq(units.kind, "ward"), sql`${units.id} = any(${sites.path})`);

export async function getPerson(ctx: Ctx, id: number) {
  const [person] = await ctx.db
    .select({
      id: people.id,
      fullName: people.fullName,
      email: people.email,
      position: people.position,
      lang: people.lang,
      siteId: people.siteId,
      siteName: sites.name,
      unitName: units.name,
      unitKind: units.unitKind,
    })
    .from(people)
    .leftJoin(sites, eq(sites.id, people.siteId))
    .leftJoin(units, unitOfSite)
    .where(eq(people.id, id));
  if (!person) throw new DomainError("not_found", "person");
  return person;
}

export type Colleague = { id: number; fullName: string; position: string | null; departmentName: string | null };

/** People who work at a ward or in one of its departments: whom a ticket can be about or filed for. */
export async function listColleagues(ctx: Ctx, wardId: number, limit = 300): Promise<Colleague[]> {
  const rows = await ctx.db
    .select({ id: people.id, fullName: people.fullName, position: people.position, departmentName: sites.name })
    .from(people)
    .innerJoin(sites, eq(sites.id, people.siteId))
    .where(and(sql`${sites.path}[2] = ${wardId}`, isNull(people.disabledAt)))
    .orderBy(asc(people.id))
    .limit(limit);
  return rows.sort((a, b) => compareNames(a.fullName, b.fullName));
}

export async function updateOwnProfile(ctx: PersonCtx, input: { fullName: string; lang: Lang }): Promise<void> {
  const me = eq(people.id, ctx.actor.personId);
  const [before] = await ctx.db.select({ fullName: people.fullName, lang: people.lang }).from(people).where(me);
  const after = { fullName: input.fullName, lang: input.lang };
  if (!before || (before.fullName === after.fullName && before.lang === after.lang)) return;
  await ctx.db.update(people).set(after).where(me);
  const object = { id: ctx.actor.personId, name: after.fullName };
  await recordAudit(ctx, { action: "person.changed", object, before, after });
}

export type DemoPerson = {
  id: number;
  fullName: string;
  email: string;
  position: string | null;
  siteName: string | null;
  unitName: string | null;
  unitKind: UnitKind | null;
};

/** The people behind the one-tap buttons; none in a real installation. */
export function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  return inContext(db, { kind: "system" }, new Date(0), (ctx) =>
    ctx.db
      .select({
        id: people.id,
        fullName: people.fullName,
        email: people.email,
        position: people.position,
        siteName: sites.name,
        unitName: units.name,
        unitKind: units.unitKind,
      })
      .from(people)
      .leftJoin(sites, eq(sites.id, people.siteId))
      .leftJoin(units, unitOfSite)
      .where(and(eq(people.isDemo, true), isNull(people.disabledAt)))
      .orderBy(asc(people.id))
      .limit(12),
  );
}
