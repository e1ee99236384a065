import { Link } from "@remix-run/react";
import { ArrowUp, ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isNarrowed, type Sort, type TicketFilters, writeFilters } from "#app/domain/tickets/queue/filters.ts";
import { COUNT_BOUND, type GroupKey, type QueueGroup } from "#app/domain/tickets/queue/queue.ts";
import type { QueueChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import type { Standing } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkOutcome, type BulkReply } from "./bulk-outcome.tsx";
import { Chips } from "./chips.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { Group } from "./group.tsx";
import type { ShownGroup } from "./steady.ts";
import { useLiveGroups } from "./use-live-groups.ts";
import { useReturnToRow, walkRows } from "./way-back.ts";

type ListPage = {
  groups: QueueGroup[];
  choices: QueueChoices;
  filters: TicketFilters;
  group: GroupKey | null;
  after: string | null;
  unknown: string[];
  me: number;
  cursor: number;
};
type TicketListProps = {
  page: ListPage;
  here: string;
  statuses: readonly Standing[];
  sorts: readonly Sort[];
  /** Present where tickets can be changed from the list. */
  bulk?: { commandId: string; reply: BulkReply | undefined };
  nothing?: ReactNode;
};

export function TicketList({ page, here, statuses, sorts, bulk, nothing }: TicketListProps) {
  const w = useWords();
  const { filters, group, choices, me } = page;
  const narrowed = isNarrowed(filters);
  const live = useLiveGroups(page.groups, page.cursor, bulk?.reply);
  const { form, picked } = usePicked(bulk?.reply);
  const [said, setSaid] = useSaid(bulk?.reply);
  useReturnToRow();
  const address = (more: Record<string, string | null>) => {
    const search = writeFilters(filters);
    for (const [key, value] of Object.entries(more)) if (value !== null) search.set(key, value);
    return search.size > 0 ? `${here}?${search}` : here;
  };
  const [only] = live.shown;
  const alone = group !== null || live.shown.length === 1;
  const noRows = live.shown.every(({ rows }) => rows.length === 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys walk between links that work by themselves
    <div className="group/list" onKeyDown={walkRows}>
      <div className="sticky top-0 z-20 -mx-4 bg-page px-4 py-2 lg:-mx-2 lg:px-2">
        <div className="flex items-start gap-3 group-has-[[name=pick]:checked]/list:hidden">
          {alone ? <BackToAll group={group} to={address({})} /> : <Jumps groups={live.shown} />}
          <FilterPanel
            filters={filters}
            choices={choices}
            here={here}
            group={group}
            statuses={statuses}
            sorts={sorts}
          />
        </div>
        {bulk && <BulkBar commandId={bulk.commandId} colleagues={choices.colleagues} picked={picked} form={form} />}
        {said && (
          <div className="max-h-[40dvh] overflow-y-auto pt-2">
            <BulkOutcome reply={said} onClose={() => setSaid(undefined)} />
          </div>
        )}
        {live.waiting > 0 && (
          <div role="status" className="absolute inset-x-0 top-full flex justify-center pt-2">
            <Button variant="primary" className="animate-appear rounded-full shadow-float" onClick={live.letIn}>
              <ArrowUp aria-hidden />
              {w.queue.live.fresh(live.waiting)}
            </Button>
          </div>
        )}
      </div>
      <Chips filters={filters} choices={choices} here={here} group={group} />
      <div className="grid gap-3 pb-2 empty:hidden">
        {page.unknown.length > 0 && <Notice tone="warning">{w.queue.unknown}</Notice>}
      </div>
      {noRows && narrowed ? (
        <Empty
          title={w.queue.nothingFits}
          action={
            <Link to={here} className={buttonClass("secondary")}>
              {w.queue.clearFilters}
            </Link>
          }
        />
      ) : noRows && nothing ? (
        nothing
      ) : (
        worthShowing(live.shown, narrowed && !alone).map((shown) => (
          <Group
            key={shown.key}
            group={shown}
            me={me}
            bulk={bulk !== undefined}
            narrowed={narrowed}
            alone={alone ? null : address({ group: shown.key })}
          />
        ))
      )}
      {alone && only && (page.after || only.next) && (
        <nav className="flex flex-wrap gap-3">
          {page.after && (
            <Link to={address({ group })} className={buttonClass("secondary")}>
              {w.queue.firstPage}
            </Link>
          )}
          {only.next && (
            <Link to={address({ group: only.key, after: only.next })} className={buttonClass("secondary")}>
              {w.queue.nextPage}
              <ChevronRight aria-hidden />
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

const worthShowing = (groups: readonly ShownGroup[], onlyFull: boolean) =>
  onlyFull ? groups.filter(({ rows }) => rows.length > 0) : groups;

function Jumps({ groups }: { groups: readonly ShownGroup[] }) {
  const w = useWords();
  return (
    <nav aria-label={w.queue.groups} className="-ml-2 min-w-0 grow overflow-x-auto">
      <ul className="flex">
        {groups.map(({ key, count }) => (
          <li key={key}>
            <a
              href={`#${key}`}
              className="target inline-flex items-center gap-2 rounded-md px-2 whitespace-nowrap no-underline hover:bg-sunken"
            >
              {w.queue.group[key]}
              <span className="figures text-quiet">{w.queue.count(count, COUNT_BOUND)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BackToAll({ group, to }: { group: GroupKey | null; to: string }) {
  const w = useWords();
  if (group === null) return <div className="grow" />;
  return (
    <Link to={to} className="target -ml-1 inline-flex grow items-center gap-1 no-underline hover:underline">
      <ChevronLeft aria-hidden className="size-[18px]" />
      {w.queue.allGroups}
    </Link>
  );
}

/** What was answered last; a reload of the list, which others cause, would otherwise take it away. */
function useSaid(reply: BulkReply | undefined) {
  const [said, setSaid] = useState(reply);
  useEffect(() => {
    if (reply) setSaid(reply);
  }, [reply]);
  return [said, setSaid] as const;
}

/** Counts ticks, wherever they are; an answer of the server and Esc untick all. */
function usePicked(reply: BulkReply | undefined) {
  const form = useRef<HTMLFormElement>(null);
  const [picked, setPicked] = useState(0);
  useEffect(() => {
    const count = () => setPicked(document.querySelectorAll("[name=pick]:checked").length);
    const clear = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("details[open]")) form.current?.reset();
    };
    // Ticks are undone after the reset event, so they are counted a moment later.
    const later = () => setTimeout(count);
    const own = form.current;
    count();
    document.addEventListener("change", count);
    document.addEventListener("keydown", clear);
    own?.addEventListener("reset", later);
    return () => {
      document.removeEventListener("change", count);
      document.removeEventListener("keydown", clear);
      own?.removeEventListener("reset", later);
    };
  }, []);
  useEffect(() => {
    if (reply && "result" in reply) form.current?.reset();
  }, [reply]);
  return { form, picked };
}
