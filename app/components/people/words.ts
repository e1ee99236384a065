import type { LabelledSite } from "#app/domain/directory/site-labels.server.ts";
import type { HeldGrant } from "#app/domain/policy/grants-held.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import type { Lang } from "#app/lib/lang.ts";
import { dayText } from "../admin/dates.tsx";

/** "Phường Tân Bình", "Văn phòng · Phường Tân Bình". */
export function siteText(site: LabelledSite, w: Words): string {
  const unit = site.unitName && site.unitKind ? `${w.common.unit[site.unitKind]} ${site.unitName}` : null;
  if (site.kind === "department" && unit) return `${site.name} · ${unit}`;
  return unit ?? site.name;
}

const teamText = (grant: HeldGrant, lang: Lang): string | null =>
  lang === "en" ? (grant.teamNameEn ?? grant.teamName) : grant.teamName;

/** "Kỹ thuật viên tại Phường Tân Bình"; the second line by its team. */
export const grantText = (grant: HeldGrant, w: Words, lang: Lang): string =>
  w.people.grants.named(w.common.role[grant.role], teamText(grant, lang) ?? siteText(grant.site, w));

export function mayText(grant: HeldGrant, w: Words, lang: Lang): string {
  return w.people.may[grant.role](teamText(grant, lang) ?? siteText(grant.site, w));
}

export function daysText({ from, until }: { from: string; until: string | null }, w: Words): string {
  const begins = w.people.fromDay(dayText(from));
  return `${begins} ${until === null ? `(${w.people.noEnd})` : w.people.untilDay(dayText(until))}`;
}
