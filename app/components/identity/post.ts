import type { UnitKind } from "#app/domain/directory/site.ts";
import type { Words } from "#app/i18n/vi.ts";

export type Post = {
  position: string | null;
  siteName: string | null;
  unitName: string | null;
  unitKind: UnitKind | null;
};

/** Position, room and unit, each said once: namesakes are many, so a name never stands alone. */
export function describePost(w: Words, { position, siteName, unitName, unitKind }: Post): string {
  const unit = unitName && unitKind ? `${w.common.unit[unitKind]} ${unitName}` : null;
  const room = siteName === unitName || (position && !unit) ? null : siteName;
  const known = [position, room && position?.includes(room) ? null : room, unit];
  return known.filter(Boolean).join(" · ");
}
