import type { Lang } from "#app/lib/lang.ts";
import { partsFor } from "./lean.ts";
import type { Words } from "./vi.ts";

/** Each part is all that its file exports. */
const PARTS: Record<Lang, readonly (() => Promise<object>)[]> = {
  vi: [() => import("./vi-core.ts"), () => import("./vi-desk.ts"), () => import("./vi-admin.ts")],
  en: [() => import("./en-core.ts"), () => import("./en-desk.ts"), () => import("./en-admin.ts")],
};

/** The words beyond those a page began with: how many parts of them are here, and who wants to hear of it. */
export type Rest = {
  start(parts?: number): Promise<void>;
  here(): number;
  subscribe(listener: () => void): () => void;
};
export type Loaded = { words: Words; rest: Rest };

/** One language goes over the wire, and to each page only the parts it says. */
export async function loadWords(lang: Lang, pathname: string): Promise<Loaded> {
  const words: Partial<Words> = {};
  const listeners = new Set<() => void>();
  const arriving: Promise<object>[] = [];
  let here = 0;
  const rest: Rest = {
    async start(parts = 2) {
      for (const part of PARTS[lang].slice(arriving.length, parts)) arriving.push(part());
      for (const part of await Promise.all(arriving.slice(0, parts))) Object.assign(words, ...Object.values(part));
      here = Math.max(here, parts);
      for (const listener of listeners) listener();
    },
    here: () => here,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  await rest.start(partsFor(pathname));
  // Safe because WordsGate lets no page render before its parts have come.
  return { words: words as Words, rest };
}
