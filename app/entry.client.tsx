import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { RequestIdProvider } from "#app/components/shell/request-id.tsx";
import { hideEvents, ShowEvents } from "#app/components/shell/until-hydrated.tsx";
import type { Lang } from "#app/i18n/language.ts";
import { type Loaded, loadWords } from "#app/i18n/load-words.ts";
import { WordsProvider } from "#app/i18n/words.tsx";

function hydrate(lang: Lang, { words, rest }: Loaded) {
  const page = (
    <StrictMode>
      <RequestIdProvider id={document.documentElement.dataset.request ?? null}>
        <WordsProvider lang={lang} words={words} rest={rest}>
          <ShowEvents>
            <RemixBrowser />
          </ShowEvents>
        </WordsProvider>
      </RequestIdProvider>
    </StrictMode>
  );
  hideEvents();
  startTransition(() => {
    hydrateRoot(document, page);
  });
}

// The language the page is already written in.
const lang: Lang = document.documentElement.lang === "en" ? "en" : "vi";
void loadWords(lang, window.location.pathname).then((loaded) => hydrate(lang, loaded));
