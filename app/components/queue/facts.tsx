import { Users } from "lucide-react";
import type { Named, QueueRow } from "#app/domain/tickets/queue.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Status, type Tone } from "#app/ui/badge.tsx";
import { Time } from "#app/ui/time.tsx";
import { placeName } from "../place-name.ts";

export const useNamed = () => {
  const lang = useLang();
  return ({ name, nameEn }: Named) => (lang === "en" ? nameEn : name);
};

const TONES: Record<QueueRow["status"], Tone> = {
  new: "accent",
  assigned: "blue",
  in_progress: "blue",
  on_hold: "amber",
  resolved: "green",
  closed: "grey",
  cancelled: "grey",
};

/** Where it comes from and what it is about. */
export function Origin({ row, own }: { row: QueueRow; own: boolean }) {
  const w = useWords();
  const named = useNamed();
  const parts = [placeName(row.ward, w), row.department, named(row.system), own ? null : row.reporter];
  return <p className="truncate text-sm text-quiet">{parts.filter(Boolean).join(" · ")}</p>;
}

/** How many are hit, and who stands at the counter meanwhile. */
export function Impact({ row }: { row: QueueRow }) {
  const w = useWords();
  const heavy = row.impact === "counter_stopped" || row.impact === "whole_ward";
  return (
    <span className="inline-flex min-w-0 items-center gap-x-3 text-sm">
      <span className={heavy ? "truncate font-medium" : "truncate text-quiet"}>{w.tickets.impact[row.impact]}</span>
      {row.peopleWaiting > 0 && (
        <span
          title={w.queue.row.waiting(row.peopleWaiting)}
          className="figures inline-flex items-center gap-1 font-medium whitespace-nowrap"
        >
          <Users aria-hidden className="size-4 text-quiet" />
          <span aria-hidden>{w.queue.row.waitingShort(row.peopleWaiting)}</span>
          <span className="sr-only">{w.queue.row.waiting(row.peopleWaiting)}</span>
        </span>
      )}
    </span>
  );
}

/** The status, and for a hold whom it waits for and until when. */
export function Standing({ row }: { row: QueueRow }) {
  const w = useWords();
  const word = row.holdReason ? w.tickets.hold[row.holdReason] : w.tickets.status[row.status];
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-sm text-quiet">
      <Status tone={TONES[row.status]}>{word}</Status>
      {row.holdUntil && (
        <span className="whitespace-nowrap">
          {w.queue.row.until} <Time at={row.holdUntil} />
        </span>
      )}
    </span>
  );
}

export function Assignee({ row, me }: { row: QueueRow; me: number }) {
  const w = useWords();
  const named = useNamed();
  const team = row.team && named(row.team);
  if (row.assigneeId === me) return <span className="truncate text-sm font-medium">{w.queue.row.me}</span>;
  const who = row.assignee ?? team ?? w.queue.row.nobody;
  return (
    <span title={[row.assignee, team].filter(Boolean).join(" · ") || undefined} className="truncate text-sm text-quiet">
      <span className="sr-only">{w.queue.row.assignee}: </span>
      {who}
    </span>
  );
}
