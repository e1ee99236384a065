import { Users } from "lucide-react";
import { PhaseStatus } from "#app/components/access/phase-status.tsx";
import type { Named, QueueRow } from "#app/domain/tickets/queue/queue.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatAgo, formatDate, formatDateTime } from "#app/lib/format.ts";
import { Status, type Tone } from "#app/ui/badge.tsx";
import { cx } from "#app/ui/cx.ts";
import { useNow } from "#app/ui/now.tsx";
import { Time } from "#app/ui/time.tsx";
import { PromiseWords } from "../clocks/promise.tsx";
import { TimeLeft } from "../clocks/time-left.tsx";
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

/** Where it comes from and what it is about; on a phone also since when, where the deadline has taken that place. */
export function Origin({ row, own }: { row: QueueRow; own: boolean }) {
  const w = useWords();
  const named = useNamed();
  const parts = [placeName(row.ward, w), row.department, named(row.system), own ? null : row.reporter];
  return (
    <p className="min-w-0 text-sm text-quiet max-lg:line-clamp-2 lg:truncate">
      {isHeavy(row) && <span className="font-medium text-ink lg:hidden">{w.tickets.impact[row.impact]} · </span>}
      {parts.filter(Boolean).join(" · ")}
      {hasDeadline(row) && (
        <span className="lg:hidden">
          {" · "}
          <Time at={row.receivedAt} />
        </span>
      )}
    </p>
  );
}

export const hasDeadline = (row: QueueRow) => (row.status === "resolved" ? row.closesAt !== null : row.left !== null);

/** How it stands against its deadline: for the support side the time left, for the officer what was promised. */
export function Deadline({ row, own, className }: { row: QueueRow; own: boolean; className?: string }) {
  if (own || row.status === "resolved") {
    return <PromiseWords promised={row} short className={cx("truncate text-sm", className)} />;
  }
  return row.left && <TimeLeft left={row.left} className={className} />;
}

/** On a phone, what the columns of a screen say: where it stands, until when, and with whom. */
export function StandingLine({ row, me }: { row: QueueRow; me: number }) {
  if (row.status === "new") return null;
  return (
    <p className="flex min-w-0 flex-wrap gap-x-3 pt-1 text-sm text-quiet lg:hidden">
      <Standing row={row} />
      <Assignee row={row} me={me} />
    </p>
  );
}

const isHeavy = ({ impact }: QueueRow) => impact === "counter_stopped" || impact === "whole_ward";

export function Waiting({ row }: { row: QueueRow }) {
  const w = useWords();
  if (row.peopleWaiting === 0) return null;
  return (
    <span
      title={w.queue.row.waiting(row.peopleWaiting)}
      className="figures inline-flex items-center gap-1 text-sm font-medium whitespace-nowrap"
    >
      <Users aria-hidden className="size-4 text-quiet" />
      <span aria-hidden>{w.queue.row.waitingShort(row.peopleWaiting)}</span>
      <span className="sr-only">{w.queue.row.waiting(row.peopleWaiting)}</span>
    </span>
  );
}

/** How many are hit, and who stands at the counter meanwhile. */
export function Impact({ row }: { row: QueueRow }) {
  const w = useWords();
  return (
    <span className="inline-flex min-w-0 items-center gap-x-3 text-sm">
      <span className={isHeavy(row) ? "truncate font-medium" : "truncate text-quiet"}>
        {w.tickets.impact[row.impact]}
      </span>
      <Waiting row={row} />
    </span>
  );
}

const standingWord = (row: QueueRow, w: Words) =>
  row.duplicateOf !== null
    ? w.tickets.duplicateOf(row.duplicateOf)
    : row.holdReason
      ? w.ticketFacts.hold[row.holdReason]
      : w.tickets.status[row.status];

/** The status, and for a hold whom it waits for and until when. */
export function Standing({ row }: { row: QueueRow }) {
  const w = useWords();
  return (
    <span className="flex min-w-0 items-center text-sm text-quiet">
      {row.accessPhase !== null && row.holdReason !== "vendor" && row.holdReason !== "scheduled" ? (
        <PhaseStatus phase={row.accessPhase} status={row.status} holdReason={row.holdReason} />
      ) : (
        <Status tone={TONES[row.status]}>{standingWord(row, w)}</Status>
      )}
      {row.holdUntil && (
        <span className="min-w-0 truncate">
          &nbsp;· <span className="sr-only">{w.queue.row.until} </span>
          <Until at={row.holdUntil} />
        </span>
      )}
    </span>
  );
}

/** The hour counts today and tomorrow; later the day is enough. */
function Until({ at }: { at: Date }) {
  const w = useWords();
  const now = useNow();
  const full = formatDateTime(at);
  const said = now ? formatAgo(at, now, w.common.time) : full;
  return (
    <time dateTime={at.toISOString()} title={full} className="figures">
      {said === full ? formatDate(at) : said}
    </time>
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
