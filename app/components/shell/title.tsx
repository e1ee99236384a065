import { useMatches, useRouteError } from "@remix-run/react";
import type { Words } from "#app/i18n/vi.ts";
import { useWords, useWordsReady } from "#app/i18n/words.tsx";
import { errorCase } from "./error-page.tsx";

/** A route says its title in `handle`, because a `meta` function cannot reach the words. */
type Titled = { title?: (w: Words, data: unknown) => string | undefined };

export function Title() {
  const w = useWords();
  const error = useRouteError();
  const ready = useWordsReady();
  const matches = useMatches().filter(() => ready);
  const titles = matches.map(({ handle, data }) => (handle as Titled | undefined)?.title?.(w, data));
  const page = error ? w.errors[errorCase(error)].title : titles.findLast((title) => title !== undefined);
  return <title>{page ? w.common.title(page) : w.common.appName}</title>;
}
