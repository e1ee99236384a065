import { cutToGraphemes } from "#app/lib/graphemes.ts";

const MAX_GRAPHEMES = 120;

/** A file's name is words for people, never a path: no folders, no control, zero-width or direction characters. */
export function cleanFileName(given: string, otherwise: string): string {
  const leaf = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const seen = leaf
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\uFFFD]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (/^\.*$/.test(seen)) return otherwise;
  const ending = /\.[\p{L}\d]{1,8}$/u.exec(seen)?.[0] ?? "";
  const stem = seen.slice(0, seen.length - ending.length);
  return cutToGraphemes(stem, MAX_GRAPHEMES - [...ending].length) + ending;
}
