import { asc, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdministering } from "../directory/requires-admin.server.ts";
import { systems, teams } from "../directory/schema.server.ts";
import type { Needs } from "./request.ts";
import { type AccessRight, accessRights } from "./schema.server.ts";
import { unlessTaken } from "./taken.server.ts";
import { namesIn, type TypedStep, wayFrom, wayText } from "./way.server.ts";

const SHOWN = {
  right: accessRights,
  system: { name: systems.name, nameEn: systems.nameEn },
  team: { name: sql<string | null>`${teams.name}`, nameEn: sql<string | null>`${teams.nameEn}` },
};

/** The whole catalogue, system by system; what is out of use last. */
export async function listCatalogue(ctx: Ctx) {
  await requireAdministering(ctx);
  const rows = await ctx.db
    .select(SHOWN)
    .from(accessRights)
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .leftJoin(teams, eq(teams.id, accessRights.teamId))
    .orderBy(
      sql`${accessRights.retiredAt} is not null`,
      asc(systems.sort),
      asc(systems.id),
      asc(accessRights.sort),
      asc(accessRights.id),
    )
    .limit(500);
  return {
    rows,
    names: await namesIn(
      ctx,
      rows.map(({ right }) => right.approval),
    ),
  };
}
export type Catalogue = Awaited<ReturnType<typeof listCatalogue>>;

export async function getRight(ctx: Ctx, id: number) {
  await requireAdministering(ctx);
  const [found] = await ctx.db
    .select(SHOWN)
    .from(accessRights)
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .leftJoin(teams, eq(teams.id, accessRights.teamId))
    .where(eq(accessRights.id, id));
  if (!found) throw new DomainError("not_found", "right");
  return { ...found, names: await namesIn(ctx, [found.right.approval]) };
}

export type RightFacts = {
  name: string;
  nameEn: string;
  about: string;
  needs: Needs;
  steps: readonly TypedStep[];
  /** null: the engineers of the ward grant it. */
  teamId: number | null;
  howToGrant: string;
  howToRevoke: string;
  howToProve: string;
  evidence: string;
};

export async function addRight(ctx: Ctx, input: RightFacts & { systemId: number }): Promise<number> {
  await requireAdministering(ctx);
  const { steps, ...facts } = input;
  const [system] = await ctx.db.select({ name: systems.name }).from(systems).where(eq(systems.id, input.systemId));
  if (!system) throw new DomainError("invalid", "system_unknown");
  const approval = await wayFrom(ctx, steps);
  const sort = sql`(select coalesce(max(sort), 0) + 10 from access_rights)`;
  const [right] = await unlessTaken(ctx, (tx) =>
    tx.db
      .insert(accessRights)
      .values({ ...facts, approval, sort })
      .returning(),
  );
  if (!right) throw new Error("access_rights returned no row");
  await recordAudit(ctx, {
    action: "right.added",
    object: { id: right.id, name: right.name },
    after: { system: system.name, ...(await told(ctx, right)) },
  });
  return right.id;
}

/** For requests that come from now on: those that are under way keep the way they were put on. */
export async function changeRight(ctx: Ctx, input: RightFacts & { id: number; version: number }): Promise<void> {
  await requireAdministering(ctx);
  const before = await lockRight(ctx, input);
  const { steps, id, version, ...facts } = input;
  const approval = await wayFrom(ctx, steps);
  const [after] = await unlessTaken(ctx, (tx) =>
    tx.db
      .update(accessRights)
      .set({ ...facts, approval, version: version + 1 })
      .where(eq(accessRights.id, id))
      .returning(),
  );
  if (!after) throw new DomainError("not_found", "right");
  const [was, is] = [await told(ctx, before), await told(ctx, after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  await recordAudit(ctx, { action: "right.changed", object: { id, name: after.name }, before: was, after: is });
}

/** Nobody can ask for it any more, or again. Who holds it keeps it, and requests under way go on. */
export async function retireRight(ctx: Ctx, input: { id: number; version: number; retire: boolean }): Promise<void> {
  await requireAdministering(ctx);
  const { id, name, retiredAt, version } = await lockRight(ctx, input);
  if (input.retire === (retiredAt !== null)) return;
  await unlessTaken(ctx, (tx) =>
    tx.db
      .update(accessRights)
      .set({ retiredAt: input.retire ? ctx.now : null, version: version + 1 })
      .where(eq(accessRights.id, id)),
  );
  await recordAudit(ctx, { action: input.retire ? "right.retired" : "right.brought_back", object: { id, name } });
}

async function lockRight(ctx: Ctx, { id, version }: { id: number; version: number }): Promise<AccessRight> {
  const [right] = await ctx.db.select().from(accessRights).where(eq(accessRights.id, id)).for("update");
  if (!right) throw new DomainError("not_found", "right");
  if (right.version !== version) throw new DomainError("conflict", "changed_meanwhile");
  return right;
}

/** What the audit history keeps of a right. */
async function told(ctx: Ctx, right: AccessRight) {
  const [team] = await ctx.db
    .select({ name: teams.name })
    .from(teams)
    .where(eq(teams.id, right.teamId ?? 0));
  const { name, nameEn, about, needs, howToGrant, howToRevoke, howToProve, evidence } = right;
  const wanted = Object.entries(needs).flatMap(([need, is]) => (is ? [need] : []));
  return {
    ...{ name, nameEn, about, needs: wanted.join(", "), approval: await wayText(ctx, right.approval) },
    ...{ team: team?.name ?? null, howToGrant, howToRevoke, howToProve, evidence },
  };
}
