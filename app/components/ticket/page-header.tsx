import { Eye } from "lucide-react";
import { PhaseBadge } from "#app/components/access/phase-status.tsx";
import { placeName } from "#app/components/place-name.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { TimeLeft } from "../clocks/time-left.tsx";
import { Marked } from "./marked.tsx";
import type { PageData } from "./page-data.ts";
import { PriorityBadge, StatusBadge } from "./status-badge.tsx";

/** Where it stands in one line, under the title. */
export function StandingLine({ page }: { page: PageData }) {
  const w = useWords();
  const { ticket } = page;
  const place = placeName(ticket.ward, w);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink">
      <Marked value={ticket.status} className="inline-flex">
        {ticket.accessPhase === null ? (
          <StatusBadge status={ticket.status} duplicateOf={ticket.duplicateOf} />
        ) : (
          <PhaseBadge phase={ticket.accessPhase} status={ticket.status} holdReason={ticket.holdReason} />
        )}
      </Marked>
      <Marked value={ticket.priority} className="inline-flex">
        <PriorityBadge priority={ticket.priority} />
      </Marked>
      {/* Beside the facts it stands there, and the line keeps its length when it begins or ends. */}
      {page.left && page.me.works && (
        <span className="lg:hidden">
          <TimeLeft left={page.left} />
        </span>
      )}
      <span className="text-quiet">
        {ticket.department ? `${place} · ${ticket.department}` : place} · {w.ticket.sentAt}{" "}
        <Time at={ticket.receivedAt} />
      </span>
    </span>
  );
}

const NAMED = 3;

/** Who else has the ticket open now; keeps its line, so that nothing jumps when somebody comes. */
export function Viewers({ names }: { names: readonly string[] }) {
  const w = useWords();
  return (
    <span role="status" className="flex min-h-6 items-center gap-2 text-sm text-quiet print:hidden">
      {names.length > 0 && (
        <>
          <Eye aria-hidden className="size-4 shrink-0" />
          {names.length > NAMED ? w.ticket.manyViewers(names.length) : w.ticket.viewers([...names])}
        </>
      )}
    </span>
  );
}
