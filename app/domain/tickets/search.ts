import type { Piece } from "./highlight.ts";
import type { QueueRow } from "./queue.ts";

export const SEARCH_ROWS = 20;
/** Counting stops here: "more than 100". */
export const SEARCH_COUNT = 100;

/** Where the words stood that the title does not have. */
export type FoundIn = "body" | "solution" | "reply" | "note" | "file" | "person";
export type Snippet = { in: FoundIn; pieces: Piece[]; cutBefore: boolean; cutAfter: boolean };
export type SearchRow = QueueRow & { titlePieces: Piece[]; snippet: Snippet | null; byNumber: boolean };

export type SearchPage = {
  rows: SearchRow[];
  /** On the first page: how many there are, SEARCH_COUNT + 1 for more. */
  count: number | null;
  /** Where the next page begins; null on the last one. */
  next: string | null;
  /** Older tickets were not looked at yet, because that took too long; `next` goes on with them. */
  stopped: boolean;
  /** More words were typed than were looked for. */
  cut: boolean;
  /** Nothing has the last word; what is shown has a word that begins with it. */
  guessed: boolean;
};

/** "m10432": after this number, among the tickets with the marks as typed; "f" among the others. */
export type SearchPlace = { phase: "marked" | "folded"; below: number };
export const writePlace = ({ phase, below }: SearchPlace) => `${phase === "marked" ? "m" : "f"}${below}`;
export function readPlace(cursor: string): SearchPlace | null {
  const [, phase, below] = /^([mf])([1-9]\d{0,8})$/.exec(cursor) ?? [];
  return below ? { phase: phase === "m" ? "marked" : "folded", below: Number(below) } : null;
}
