import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";

export type SectionKey = keyof Words["places"]["sections"];

/** Only pages that exist, in the order they are shown: tests/ui/admin-sections.test.ts compares this list with routes.ts. */
export const SECTIONS: readonly SectionKey[] = [
  "people",
  "sites",
  "systems",
  "rights",
  "positions",
  "teams",
  "abbreviations",
  "calendars",
  "policies",
  "ladder",
  "recomputations",
  "deliveries",
  "history",
  "settings",
];

export const sectionPath = (key: SectionKey) => paths.admin(key);

/** The section an address of /admin lies in; null for the overview. */
export const sectionAt = (pathname: string): SectionKey | null =>
  SECTIONS.find((key) => pathname === sectionPath(key) || pathname.startsWith(`${sectionPath(key)}/`)) ?? null;
