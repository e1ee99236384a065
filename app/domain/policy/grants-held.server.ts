import { type SQL, sql } from "drizzle-orm";
import type { AuditFacts } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { type LabelledSite, siteLabel } from "../directory/site-labels.server.ts";
import type { NewGrant } from "./role-sites.ts";
import type { Role } from "./roles.ts";

export type HeldGrant = NewGrant & {
  id: number;
  personId: number;
  site: LabelledSite;
  teamName: string | null;
  teamNameEn: string | null;
};

type Row = Omit<LabelledSite, "id"> & {
  id: number;
  personId: number;
  role: Role;
  siteId: number;
  teamId: number | null;
  teamName: string | null;
  teamNameEn: string | null;
  from: string;
  until: string | null;
};

/** Grants with the names of their places, whenever they are held: in the past, now or later. */
export async function listHeld(ctx: Ctx, where: SQL, limit = 500): Promise<HeldGrant[]> {
  const rows = await ctx.db.execute<Row>(sql`
    select g.id, g.person_id as "personId", g.role, g.site_id as "siteId", g.team_id as "teamId", t.name as "teamName",
      t.name_en as "teamNameEn", g.valid_from::text as "from", g.valid_until::text as "until",
      s.kind, s.name, u.id as "unitId", u.name as "unitName", u.unit_kind as "unitKind", s.valid_until is null as open
    from grants g join sites s on s.id = g.site_id left join sites u on u.id = s.path[2] left join teams t on t.id = g.team_id
    where ${where} order by g.person_id, g.valid_from, g.id limit ${limit}`);
  return rows.map(({ kind, name, unitId, unitName, unitKind, open, ...grant }) => ({
    ...grant,
    site: { id: grant.siteId, kind, name, unitId, unitName, unitKind, open },
  }));
}

export const listHeldBy = (ctx: Ctx, personId: number) => listHeld(ctx, sql`g.person_id = ${personId}`);

/** A grant as the audit keeps it. */
export const grantFacts = (grant: Omit<HeldGrant, "personId" | "id">): AuditFacts => ({
  role: grant.role,
  place: siteLabel(grant.site),
  ...(grant.teamName ? { team: grant.teamName } : {}),
  from: grant.from,
  until: grant.until,
});
