export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const asTheme = (value: unknown): Theme | null => THEMES.find((theme) => theme === value) ?? null;
