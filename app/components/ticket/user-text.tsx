import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { paths } from "#app/http/paths.ts";
import { cx } from "#app/ui/cx.ts";
import { type Piece, piecesOf } from "./link-text.ts";

/** Text as people typed it: line breaks kept, links and ticket numbers made clickable, nothing else. */
export function UserText({ children, className }: { children: string; className?: string }) {
  return (
    <p className={cx("max-w-text whitespace-pre-wrap wrap-anywhere", className)}>
      <Linked>{children}</Linked>
    </p>
  );
}

export function Linked({ children }: { children: string }) {
  return piecesOf(children).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
    <Fragment key={place}>{shown(piece)}</Fragment>
  ));
}

const LINK = "text-accent underline underline-offset-2";

function shown(piece: Piece) {
  if (piece.kind === "ticket") {
    return (
      <Link to={paths.ticket(piece.number)} className={LINK}>
        {piece.text}
      </Link>
    );
  }
  if (piece.kind === "text") return piece.text;
  return (
    <a href={piece.text} target="_blank" rel="noopener noreferrer nofollow" className={cx(LINK, "break-all")}>
      {piece.text}
    </a>
  );
}
