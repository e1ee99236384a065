import { shownIn } from "#app/components/audit/fact-words.ts";
import type { HistoryFilters } from "#app/components/audit/history-filter.tsx";
import type { Shown } from "#app/domain/audit/history.server.ts";
import { type HistoryWish, readCursor } from "#app/domain/audit/wish.ts";
import { day } from "#app/http/fields.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { AUDIT_KINDS } from "#app/lib/audit-kinds.ts";
import { LANGS } from "#app/lib/lang.ts";

/** What entries say, in every language: an office may read in one and search in another. */
export const everyWord = (): Shown[] => LANGS.flatMap((lang) => shownIn(wordsFor(lang)));

/** What the address asks of the history; a date that is none is said, and not heeded. */
export function readHistoryWish(search: URLSearchParams) {
  const typed = (name: "from" | "to") => searchWords(search, name).slice(0, 10);
  const parsed = (name: "from" | "to") => (typed(name) === "" ? undefined : day.safeParse(typed(name)));
  const [from, to] = [parsed("from"), parsed("to")];
  const refused = (["from", "to"] as const).filter((name) => (name === "from" ? from : to)?.success === false);
  const kind = AUDIT_KINDS.find((one) => one === search.get("kind")) ?? null;
  const object = kind && searchWords(search, "object");
  const filters: HistoryFilters = {
    q: searchWords(search),
    who: searchWords(search, "who"),
    kind,
    object: object || null,
    from: typed("from"),
    to: typed("to"),
  };
  const wish: HistoryWish = {
    ...filters,
    from: from?.data ?? null,
    to: to?.data ?? null,
    cursor: readCursor(search.get("before")),
  };
  return { filters, wish, refused };
}
