import { Link } from "@remix-run/react";
import { File, Lock, MessageSquare, User, Wrench } from "lucide-react";
import type { FoundIn, SearchRow } from "#app/domain/tickets/search/search.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Time } from "#app/ui/time.tsx";
import { Assignee, Origin, Standing } from "../queue/facts.tsx";
import { PriorityMark } from "../queue/priority-mark.tsx";
import { rememberRow } from "../queue/way-back.ts";
import { Pieces } from "./pieces.tsx";

const ICONS = { body: null, solution: Wrench, reply: MessageSquare, note: Lock, file: File, person: User } as const;

/** The title's link covers the row; under it the words that were looked for, where they stood. */
export function FoundRow({ row, me }: { row: SearchRow; me: number }) {
  const w = useWords();
  return (
    <li
      id={`ticket-${row.number}`}
      data-row={row.number}
      className="relative -mx-4 grid scroll-mt-28 gap-y-1 border-b border-line px-4 py-3 focus-within:bg-sunken hover:bg-sunken has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent lg:mx-0 lg:px-2"
    >
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <PriorityMark priority={row.priority} />
        <span className="figures text-quiet">{row.number}</span>
        {row.byNumber && <Badge tone="accent">{w.search.byNumber}</Badge>}
        <Link
          to={paths.ticket(row.number)}
          onClick={() => rememberRow(row.number)}
          className="min-w-0 grow font-medium wrap-anywhere no-underline outline-none after:absolute after:inset-0 max-lg:basis-full"
        >
          <Pieces pieces={row.titlePieces} />
        </Link>
        <Time at={row.receivedAt} className="text-sm whitespace-nowrap text-quiet lg:ml-auto" />
      </div>
      {row.snippet && <SnippetLine snippet={row.snippet} />}
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
        <Standing row={row} />
        {(row.assignee || row.team) && <Assignee row={row} me={me} />}
        <Origin row={row} own={false} />
      </div>
    </li>
  );
}

function SnippetLine({ snippet }: { snippet: NonNullable<SearchRow["snippet"]> }) {
  const w = useWords();
  const label = snippet.in === "body" ? null : w.search.where[snippet.in];
  return (
    <p className="max-w-text text-sm wrap-anywhere text-quiet">
      {label && (
        <span className={snippet.in === "note" ? "font-medium text-amber" : "font-medium text-ink"}>
          <Place of={snippet.in} />
          {label}:{" "}
        </span>
      )}
      {snippet.cutBefore && "… "}
      <Pieces pieces={snippet.pieces} />
      {snippet.cutAfter && " …"}
    </p>
  );
}

function Place({ of }: { of: FoundIn }) {
  const Icon = ICONS[of];
  return Icon && <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />;
}
