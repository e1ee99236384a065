import type { Lang } from "#app/lib/lang.ts";

export type PersonDetails = {
  fullName: string;
  email: string;
  phone: string | null;
  position: string | null;
  siteId: number | null;
  lang: Lang;
};
/** The person as the form showed them. */
export type PersonTarget = { personId: number; version: number };

export const NAME_MAX = 120;
export const POSITION_MAX = 120;
export const REASON_MAX = 300;

const NATIONAL = /^0\d{8,10}$/;
const ABROAD = /^\+[1-9]\d{6,14}$/;
const SHORT = /^\d{3,6}$/;
const EXTENSION = /^(.*?\d)\s*(?:máy lẻ|ext\.?|x|#)\s*(\d{1,6})$/i;

/** As it is stored: +84912345678, a short code as it is, "+842838123456 máy lẻ 12"; null when it is no number. */
export function normalisePhone(typed: string): string | null {
  const whole = typed.normalize("NFC").trim();
  const [, number = whole, extension] = EXTENSION.exec(whole) ?? [];
  const digits = number.replace(/[\s.()\u00a0-]/g, "").replace(/^00/, "+");
  if (SHORT.test(digits)) return extension ? null : digits;
  const international = NATIONAL.test(digits) ? `+84${digits.slice(1)}` : digits.replace(/^\+840/, "+84");
  if (!ABROAD.test(international)) return null;
  return extension ? `${international} ${EXTENSION_WORD} ${extension}` : international;
}

/** "Internal line", as it is written here. */
const EXTENSION_WORD = "m\u00e1y l\u1ebb";

const LETTER = /\p{L}/u;

/** A name that shouts, NGUYỄN THỊ LAN, as it is written; every other name stays as it was typed. */
export function quietName(name: string): string {
  const isShouted = name === name.toLocaleUpperCase("vi") && name !== name.toLocaleLowerCase("vi") && name.length > 1;
  if (!isShouted) return name;
  return name
    .toLocaleLowerCase("vi")
    .replace(
      /(^|[^\p{L}\p{M}])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase("vi"),
    );
}

/** Something a person could be called: there is a letter in it, and it stands on one line. */
export const isName = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name may not hold
  name.length <= NAME_MAX && LETTER.test(name) && !/[\u0000-\u001f\u007f\u2028\u2029]/.test(name);
