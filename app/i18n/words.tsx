import { useLocation, useNavigation } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react";
import type { Lang } from "./language.ts";
import { partsFor } from "./lean.ts";
import type { Rest } from "./load-words.ts";
import type { Words } from "./vi.ts";

type Spoken = { lang: Lang; words: Words; rest?: Rest };
const SpokenContext = createContext<Spoken | null>(null);

/** Stands outside the router, so that even the page that says "something broke" has its words. */
export function WordsProvider({ children, ...spoken }: Spoken & { children: ReactNode }) {
  return <SpokenContext.Provider value={spoken}>{children}</SpokenContext.Provider>;
}

export const useWords = (): Words => useSpoken().words;
export const useLang = (): Lang => useSpoken().lang;

function useSpoken() {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("WordsProvider is missing above this component");
  return spoken;
}

const never = () => () => {};
const ALL = 3;
const always = () => ALL;

/** For what opens on a lean page and says more than it: resolves when the other words have come. */
export function useStartWords(): () => Promise<void> {
  const { rest } = useSpoken();
  return async () => rest?.start();
}

/** Whether this page's words have come; on the server and on every page but the first after a lean one they have. */
export function useWordsReady(): boolean {
  const { rest } = useSpoken();
  const here = useSyncExternalStore(rest?.subscribe ?? never, rest?.here ?? always, always);
  return partsFor(useLocation().pathname) <= here;
}

/** Who goes to a page that says more waits here for its words, which set out together with the page's data. */
export function WordsGate({ children }: { children: ReactNode }) {
  const { rest } = useSpoken();
  const ready = useWordsReady();
  const here = useLocation().pathname;
  const next = useNavigation().location?.pathname ?? here;
  useEffect(() => {
    void rest?.start(Math.max(partsFor(here), partsFor(next)));
  }, [here, next, rest]);
  return ready ? children : null;
}
