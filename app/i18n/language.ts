import { isLang, type Lang } from "#app/lib/lang.ts";

export type { Lang };

export const asLang = (value: unknown): Lang | null => (isLang(value) ? value : null);

type Wishes = { url: string; cookie: string | null; personLang?: string | null };

/** What the address asks for, then the cookie, then the person's setting, then Vietnamese. */
export function resolveLang({ url, cookie, personLang }: Wishes): Lang {
  return langInAddress(url) ?? asLang(cookieValue(cookie, "lang")) ?? asLang(personLang) ?? "vi";
}

export const langInAddress = (url: string): Lang | null => asLang(new URL(url).searchParams.get("lang"));

export function cookieValue(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
