import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { RequestIdProvider } from "#app/components/shell/request-id.tsx";
import type { Lang } from "#app/i18n/language.ts";
import type { Words } from "#app/i18n/vi.ts";
import { WordsProvider } from "#app/i18n/words.tsx";

const LOAD: Record<Lang, () => Promise<Words>> = {
  vi: () => import("#app/i18n/vi.ts").then((module) => module.vi),
  en: () => import("#app/i18n/en.ts").then((module) => module.en),
};

function hydrate(lang: Lang, words: Words) {
  const page = (
    <StrictMode>
      <RequestIdProvider id={document.documentElement.dataset.request ?? null}>
        <WordsProvider lang={lang} words={words}>
          <RemixBrowser />
        </WordsProvider>
      </RequestIdProvider>
    </StrictMode>
  );
  startTransition(() => {
    hydrateRoot(document, page);
  });
}

/** One language goes over the wire: the one the page is already written in. */
const spoken: Lang = document.documentElement.lang === "en" ? "en" : "vi";
void LOAD[spoken]().then((words) => hydrate(spoken, words));
