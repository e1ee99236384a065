import { useSearchParams } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** What an address says once, about what was just done. */
const PASSING = new Set(["done", "removed", "edit", "try"]);

/** Onwards, and back to the beginning; a list that moves has no numbered pages. */
export function Pager({ next, param = "after" }: { next: string | number | null; param?: string }) {
  const w = useWords();
  const [search] = useSearchParams();
  const begun = search.has(param);
  if (next === null && !begun) return null;
  const to = (cursor: string | null) => {
    const query = new URLSearchParams([...search].filter(([key]) => key !== param && !PASSING.has(key)));
    if (cursor) query.set(param, cursor);
    return `?${query}`;
  };
  return (
    <nav aria-label={w.places.pages} className="mt-4 flex gap-2 print:hidden">
      {begun && <ButtonLink to={to(null)}>{w.places.firstPage}</ButtonLink>}
      {next !== null && <ButtonLink to={to(String(next))}>{w.common.nextPage}</ButtonLink>}
    </nav>
  );
}
