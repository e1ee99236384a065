import { parseFilters, type Sort } from "./filters.ts";
import { type ListWish, startOf } from "./queue.server.ts";
import type { GroupKey } from "./queue.ts";

/** What the address of a list asks for. `unknown` names what it asks in vain; the rest is answered. */
export function readWish(
  search: URLSearchParams,
  groups: readonly GroupKey[],
  sorts: readonly Sort[],
): { wish: Required<ListWish>; unknown: string[] } {
  const { filters, unknown } = parseFilters(search, sorts);
  const wanted = search.get("group");
  const group = groups.find((key) => key === wanted) ?? null;
  if (wanted && group === null) unknown.push("group");
  const wish = { filters, group, after: search.get("after") };
  if (wish.after && startOf(wish) === null) return { wish: { ...wish, after: null }, unknown: [...unknown, "after"] };
  return { wish, unknown };
}
