import { Form, useLocation } from "@remix-run/react";
import { Check, Monitor, Moon, Sun } from "lucide-react";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { useRootData } from "./root-data.ts";
import { THEMES } from "./theme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

const LANGS = ["vi", "en"] as const;

/** A choice of language replaces the words in the browser, so it loads the page anew. */
export function LanguageSwitch() {
  const w = useWords();
  const lang = useLang();
  return (
    <Form method="post" action="/preferences" reloadDocument className={GROUP} aria-label={w.shell.language}>
      <input type="hidden" name="to" value={useHere()} />
      {LANGS.map((choice) => (
        <button
          type="submit"
          key={choice}
          name="lang"
          value={choice}
          lang={choice}
          aria-pressed={lang === choice}
          className={OPTION}
        >
          {lang === choice && <Check aria-hidden />}
          {w.common.languages[choice]}
        </button>
      ))}
    </Form>
  );
}

export function ThemeSwitch() {
  const w = useWords();
  const theme = useRootData()?.theme ?? "system";
  return (
    <Form method="post" action="/preferences" preventScrollReset className={GROUP} aria-label={w.shell.theme}>
      <input type="hidden" name="to" value={useHere()} />
      {THEMES.map((choice) => {
        const Icon = ICONS[choice];
        return (
          <button
            type="submit"
            key={choice}
            name="theme"
            value={choice}
            aria-pressed={theme === choice}
            className={OPTION}
          >
            <Icon aria-hidden />
            {w.shell.themes[choice]}
          </button>
        );
      })}
    </Form>
  );
}

function useHere(): string {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  params.delete("lang");
  return params.size > 0 ? `${pathname}?${params}` : pathname;
}

const GROUP = "flex gap-0.5 rounded-md bg-sunken p-0.5";
const OPTION = cx(
  "target inline-flex flex-1 items-center justify-center gap-1.5 rounded-sm px-2 text-sm whitespace-nowrap text-quiet",
  "hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent [&_svg]:size-4",
);
