import { wordsIn } from "#app/lib/fold.ts";

export type Named = { id: number; fullName: string };

const QUERY_MAX = 40;
const OFFERED = 6;
// After a letter or digit it is an address of mail, not a name.
const ASKED = /(?<![\p{L}\p{N}@])@([^@\n]*)$/u;

/** The name being typed after an "@" before the caret, or null. */
export function askedAt(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret);
  const query = ASKED.exec(before)?.[1];
  if (query === undefined || query.length > QUERY_MAX || /^\s|\s\s$/.test(query)) return null;
  return { from: caret - query.length - 1, query };
}

/** Whom a few hurried letters may mean: every word begins a word of the name; the given name, the last one, counts first. */
export function peopleFor<T extends Named>(people: readonly T[], query: string): T[] {
  const asked = wordsIn(query);
  const found = people.filter(({ fullName }) => {
    const words = wordsIn(fullName);
    return asked.every((part) => words.some((word) => word.startsWith(part)));
  });
  const given = ({ fullName }: T) =>
    wordsIn(fullName)
      .at(-1)
      ?.startsWith(asked[0] ?? "")
      ? 0
      : 1;
  return found.sort((a, b) => given(a) - given(b)).slice(0, OFFERED);
}

/** People whose whole name, which nobody else here has, stands after an "@". */
export function namedIn<T extends Named>(text: string, people: readonly T[]): T[] {
  if (!text.includes("@")) return [];
  const written = text.normalize("NFC");
  return people.filter(
    ({ id, fullName }) =>
      mentionPattern([fullName]).test(written) &&
      !people.some((other) => other.id !== id && other.fullName === fullName),
  );
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** "@" and one of these whole names; of two that begin alike the longer one. */
export function mentionPattern(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => escaped(name.normalize("NFC")));
  return new RegExp(`(?<![\\p{L}\\p{N}@])(@(?:${longestFirst.join("|")}))(?![\\p{L}\\p{N}])`, "u");
}
