export const LANGS = ["vi", "en"] as const;
export type Lang = (typeof LANGS)[number];
export const isLang = (value: unknown): value is Lang => value === "vi" || value === "en";
