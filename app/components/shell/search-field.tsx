import { Form, Link, useLocation } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { SEARCH_FIELD_ID } from "#app/components/search/field-id.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";

const MAX_LENGTH = 200;

const pageField = () => document.querySelector<HTMLInputElement>(`#${SEARCH_FIELD_ID}`);

/** The page of answers has a larger field of its own, which this one gives way to. */
export function SearchField() {
  const w = useWords();
  const { pathname } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    // Once the page stands; without it the field is a field.
    import("./slash.ts").then(
      ({ focusOnSlash }) => focusOnSlash(() => field.current ?? pageField(), gone.signal),
      () => {},
    );
    return () => gone.abort();
  }, []);
  if (pathname === paths.search()) return <div className="mr-auto max-lg:hidden" />;
  return (
    <Form action={paths.search()} role="search" className="relative mr-auto w-full max-w-md max-lg:hidden">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-[18px] -translate-y-1/2 text-quiet"
      />
      <input
        ref={field}
        type="search"
        name="q"
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
