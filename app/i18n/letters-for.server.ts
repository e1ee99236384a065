import type { Lang } from "#app/lib/lang.ts";
import { letters as en } from "./en/letters.ts";
import { type LetterWords, letters as vi } from "./vi/letters.ts";

const LETTERS: Record<Lang, LetterWords> = { vi, en };

export const lettersFor = (lang: Lang): LetterWords => LETTERS[lang];
