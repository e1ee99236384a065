import { Fragment } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { mentionPattern } from "./mention-query.ts";
import { Linked } from "./user-text.tsx";

type NotedTextProps = { children: string; names: readonly string[] };

/** The text of a note with the people it told: marked where they are named, and listed where they are not. */
export function NotedText({ children, names }: NotedTextProps) {
  const w = useWords();
  // Split by a pattern with one group: every second piece is a name.
  const pieces = names.length > 0 ? children.split(mentionPattern(names)) : [children];
  const unnamed = names.filter((name) => !pieces.includes(`@${name.normalize("NFC")}`));
  return (
    <>
      <p className="max-w-text whitespace-pre-wrap wrap-anywhere">
        {pieces.map((piece, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
          <Fragment key={place}>
            {place % 2 === 1 ? (
              <mark className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">{piece}</mark>
            ) : (
              <Linked>{piece}</Linked>
            )}
          </Fragment>
        ))}
      </p>
      {unnamed.length > 0 && (
        <p className="text-sm text-quiet">
          {w.ticket.mention.tell}: {unnamed.join(", ")}
        </p>
      )}
    </>
  );
}
