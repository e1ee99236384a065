import type { CellProblem } from "./people-columns.ts";
import { overlaps } from "./role-sites.ts";
import type { Role } from "./roles.ts";

type Span = { from: string; until: string | null };
/** A grant of the same role at the same place, there already or by an earlier line. */
export type Twin = Span & { id: number | null };
export type GrantStep =
  | { step: "none"; since: string }
  | { step: "begins"; from: string; until: string | null }
  | { step: "ends" | "longer"; twin: Twin; until: string }
  | { step: "refused"; code: CellProblem };

const refused = (code: CellProblem): GrantStep => ({ step: "refused", code });

/** What a line asks of a role: an empty date changes nothing, a role that is held already is not given twice. */
export function stepFor(
  role: Role,
  wish: { from: string | null; until: string | null },
  twins: readonly Twin[],
  today: string,
): GrantStep {
  const lasting = twins.filter(({ until }) => until === null || until >= today);
  const { from, until } = wish;
  const span = { from: from ?? today, until };
  const base =
    lasting.find((twin) => twin.from === from) ??
    (from === null ? lasting[0] : lasting.find((twin) => overlaps(twin, span)));
  if (!base) {
    if (role === "admin") return refused("admin_by_hand");
    if (until !== null && until < today) return refused("ends_in_the_past");
    return twins.some((twin) => overlaps(twin, span)) ? refused("grant_overlaps") : { step: "begins", ...span };
  }
  if (from !== null && from < base.from) return refused("held_from_later");
  if (until === null || until === base.until) return { step: "none", since: base.from };
  if (role === "admin") return refused("admin_by_hand");
  if (until < base.from) return refused("ends_before_it_begins");
  if (until < today) return refused("ends_in_the_past");
  if (base.until === null || until < base.until) return { step: "ends", twin: base, until };
  const next = { from: base.from, until };
  if (twins.some((twin) => twin !== base && overlaps(twin, next))) return refused("grant_overlaps");
  return { step: "longer", twin: base, until };
}
