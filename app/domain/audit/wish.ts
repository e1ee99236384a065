import type { AuditKind } from "#app/lib/audit-kinds.ts";

/** What is kept under a person's id: their account, sessions and rights are theirs. */
const OF_A_PERSON: readonly AuditKind[] = ["person", "account", "session", "grant"];

/** A page about one object shows what belongs to it as well. */
export const kindsOf = (kind: AuditKind, object: string | null): readonly AuditKind[] =>
  kind === "person" && object !== null ? OF_A_PERSON : [kind];

export type HistoryWish = {
  q: string;
  who: string;
  kind: AuditKind | null;
  object: string | null;
  /** Calendar dates in the city, both included. */
  from: string | null;
  to: string | null;
  cursor: Cursor | null;
};
/** The last entry seen: its instant to the microsecond, as the database wrote it, and its id. */
export type Cursor = { at: string; id: number };

export const writeCursor = ({ at, id }: Cursor) => `${at}_${id}`;

export function readCursor(text: string | null): Cursor | null {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z)_([1-9]\d{0,15})$/.exec(text ?? "");
  return found?.[1] && !Number.isNaN(Date.parse(found[1])) ? { at: found[1], id: Number(found[2]) } : null;
}
