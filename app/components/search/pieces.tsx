import { createElement, Fragment } from "react";
import type { Piece } from "#app/domain/tickets/search/highlight.ts";

const MARK = "rounded-xs bg-accent-soft text-inherit forced-colors:text-[MarkText]";

/** A text as it was written, with what was looked for marked. Pieces have no keys: in one text they never move. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const shown = pieces.map(({ text, hit }) => (hit ? createElement("mark", { className: MARK }, text) : text));
  return createElement(Fragment, null, ...shown);
}
