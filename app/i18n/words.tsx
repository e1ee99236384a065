import { createContext, type ReactNode, useContext } from "react";
import type { Lang } from "./language.ts";
import type { Words } from "./vi.ts";

const Spoken = createContext<{ lang: Lang; words: Words } | null>(null);

/** Stands outside the router, so that even the page that says "something broke" has its words. */
export function WordsProvider({ lang, words, children }: { lang: Lang; words: Words; children: ReactNode }) {
  return <Spoken.Provider value={{ lang, words }}>{children}</Spoken.Provider>;
}

export const useWords = (): Words => useSpoken().words;
export const useLang = (): Lang => useSpoken().lang;

function useSpoken() {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error("WordsProvider is missing above this component");
  return spoken;
}
