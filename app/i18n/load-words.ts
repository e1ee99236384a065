import type { Lang } from "#app/lib/lang.ts";
import { isLean } from "./lean.ts";
import type { Words } from "./vi.ts";

const CORE = {
  vi: () => import("./vi-core.ts").then(({ viCore }) => viCore),
  en: () => import("./en-core.ts").then(({ enCore }) => enCore),
};
const ALL = {
  vi: () => import("./vi.ts").then(({ vi }) => vi),
  en: () => import("./en.ts").then(({ en }) => en),
};

/** The words beyond the core: whether they are here, and who wants to hear of it. */
export type Rest = { start(): Promise<void>; here(): boolean; subscribe(listener: () => void): () => void };
export type Loaded = { words: Words; rest: Rest };

/** One language goes over the wire, and to a lean page only the core of it. */
export async function loadWords(lang: Lang, pathname: string): Promise<Loaded> {
  const words: Partial<Words> = {};
  const listeners = new Set<() => void>();
  let arriving: Promise<void> | undefined;
  let here = false;
  const rest: Rest = {
    start() {
      arriving ??= ALL[lang]().then((all) => {
        Object.assign(words, all);
        here = true;
        for (const listener of listeners) listener();
      });
      return arriving;
    },
    here: () => here,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  if (isLean(pathname)) Object.assign(words, await CORE[lang]());
  else await rest.start();
  // Safe because WordsGate lets nothing but lean pages render before the rest has come.
  return { words: words as Words, rest };
}
