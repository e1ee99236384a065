import { en } from "./en.ts";
import type { Lang } from "./language.ts";
import { vi, type Words } from "./vi.ts";

const WORDS: Record<Lang, Words> = { vi, en };

export const wordsFor = (lang: Lang): Words => WORDS[lang];
