import type { QueueRow } from "../queue/queue.ts";
import type { Piece } from "./highlight.ts";
import { PHASES, type Phase } from "./search-query.ts";

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

/** After this number in this phase of a search that began when `newest` was the newest ticket. */
export type SearchPlace = { phase: Phase; below: number; newest: number };
export const writePlace = ({ phase, below, newest }: SearchPlace) => `${PHASES.indexOf(phase)}.${below}.${newest}`;
export function readPlace(cursor: string): SearchPlace | null {
  const [, at, below, newest] = /^([0-3])\.([1-9]\d{0,8})\.([1-9]\d{0,8})$/.exec(cursor) ?? [];
  const phase = PHASES[Number(at)];
  return phase && below && newest ? { phase, below: Number(below), newest: Number(newest) } : null;
}
