export const SITE_KINDS = ["city", "ward", "department"] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const UNIT_KINDS = ["phuong", "xa", "dac_khu"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a page needs to name a place: "Phường Tân Bình" is unit kind and name, told apart because names sort without it. */
export type PlaceName = { name: string; unitKind: UnitKind | null };
