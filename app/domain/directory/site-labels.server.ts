import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { dateIn } from "#app/lib/time.ts";
import type { SiteKind, UnitKind } from "./site.ts";

export type LabelledSite = {
  id: number;
  kind: SiteKind;
  name: string;
  /** The ward that it is or belongs to. */
  unitId: number | null;
  unitName: string | null;
  unitKind: UnitKind | null;
  open: boolean;
};

const UNIT = wordsFor("vi").common.unit;

export const unitLabel = ({ unitName, unitKind }: Pick<LabelledSite, "unitName" | "unitKind">): string | null =>
  unitName && unitKind ? `${UNIT[unitKind]} ${unitName}` : null;

/** What tells one place from every other: "Phường Tân Bình / Văn phòng". The same in both languages, for files and the audit. */
export function siteLabel(site: LabelledSite): string {
  const unit = unitLabel(site);
  if (site.kind === "department" && unit) return `${unit} / ${site.name}`;
  return unit ?? site.name;
}

/** The whole tree, or the given places; "open" is that they are there on this day. */
export async function listLabelledSites(ctx: Ctx, only?: SQL, limit = 20_000): Promise<LabelledSite[]> {
  const today = dateIn(ctx.now);
  const rows = await ctx.db.execute<LabelledSite>(sql`
    select s.id, s.kind, s.name, u.id as "unitId", u.name as "unitName", u.unit_kind as "unitKind",
      (s.valid_from <= ${today}::date and (s.valid_until is null or s.valid_until >= ${today}::date)) as open
    from sites s left join sites u on u.id = s.path[2]
    ${only ? sql`where ${only}` : sql``}
    order by s.path limit ${limit}`);
  return [...rows];
}

export async function findSite(ctx: Ctx, siteId: number): Promise<LabelledSite | null> {
  const [site] = await listLabelledSites(ctx, sql`s.id = ${siteId}`);
  return site ?? null;
}

/** The label of one place, or null; with `open` only while the place is there. */
export async function getSiteLabel(ctx: Ctx, siteId: number | null, { open = false } = {}): Promise<string | null> {
  const site = siteId === null ? null : await findSite(ctx, siteId);
  return site && (site.open || !open) ? siteLabel(site) : null;
}
