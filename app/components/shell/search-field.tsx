import { Form, Link, useLocation } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";

const MAX_LENGTH = 200;

/** Keeps what was asked while its answers are on the page. */
export function SearchField() {
  const w = useWords();
  const { pathname, search } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    // Once the page stands; without it the field is a field.
    import("./slash.ts").then(
      ({ focusOnSlash }) => focusOnSlash(() => field.current, gone.signal),
      () => {},
    );
    return () => gone.abort();
  }, []);
  const asked = pathname === paths.search() ? (new URLSearchParams(search).get("q") ?? "") : "";
  return (
    <Form action={paths.search()} role="search" className="relative mr-auto w-full max-w-md max-lg:hidden">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-[18px] -translate-y-1/2 text-quiet"
      />
      <input
        ref={field}
        key={asked}
        type="search"
        name="q"
        defaultValue={asked}
        maxLength={MAX_LENGTH}
        aria-label={w.shell.search}
        placeholder={w.shell.search}
        aria-keyshortcuts="/"
        autoComplete="off"
        className="field pl-9"
      />
    </Form>
  );
}

/** On a phone the field has a page to itself. */
export function SearchLink() {
  const w = useWords();
  return (
    <Link
      to={paths.search()}
      aria-label={w.shell.search}
      className="target-square ml-auto inline-flex items-center justify-center rounded-full lg:hidden"
    >
      <Search aria-hidden className="size-5" />
    </Link>
  );
}
