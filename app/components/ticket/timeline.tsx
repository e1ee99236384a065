import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { namer } from "#app/domain/tickets/describe-event.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { EventLine } from "./event-line.tsx";
import { foldMinor } from "./fold.ts";
import { useSeenUpTo } from "./marked.tsx";
import { OpeningWords } from "./opening-words.tsx";
import type { PageData, TimelineItem } from "./page-data.ts";
import { Said } from "./said.tsx";

/** What was said and what happened, oldest first. */
export function Timeline({ page }: { page: PageData }) {
  const w = useWords();
  const { ticket, events, older, me, files } = page;
  const seen = useSeenUpTo(events.at(-1)?.id ?? 0);
  const nameOf = namer(page.names, w.ticket.somebody);
  const isFresh = (item: TimelineItem) => item.id > seen && item.actorId !== me.id;
  const filesOf = (messageId: number) => files.filter((file) => file.messageId === messageId);
  return (
    <section aria-label={w.ticket.conversation}>
      {older !== null && (
        <Link to={paths.ticket(ticket.number, { before: older })} className={buttonClass("quiet", "mb-4 -ml-3")}>
          {w.ticket.older}
        </Link>
      )}
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {foldMinor(events).map((entry) =>
          entry.kind === "folded" ? (
            <li key={entry.items[0]?.id}>
              <Folded items={entry.items} page={page} isFresh={isFresh} />
            </li>
          ) : (
            <li key={entry.item.id} id={`e${entry.item.id}`} className="scroll-mt-6">
              {entry.item.event.type === "ticket.opened" ? (
                <OpeningWords page={page} item={entry.item} />
              ) : entry.item.event.type === "ticket.replied" || entry.item.event.type === "ticket.noted" ? (
                <Said
                  item={entry.item}
                  names={page.names}
                  who={nameOf.person(entry.item.actorId)}
                  files={entry.item.message ? filesOf(entry.item.message.id) : []}
                  fresh={isFresh(entry.item)}
                />
              ) : (
                <EventLine item={entry.item} names={page.names} fresh={isFresh(entry.item)} />
              )}
            </li>
          ),
        )}
      </ol>
      {page.newestTo && (
        <Link to={page.newestTo} className={buttonClass("quiet", "mt-4 -ml-3")}>
          {w.ticket.newest}
        </Link>
      )}
    </section>
  );
}

type FoldedProps = { items: TimelineItem[]; page: PageData; isFresh(item: TimelineItem): boolean };

function Folded({ items, page, isFresh }: FoldedProps) {
  const w = useWords();
  return (
    <details open={items.some(isFresh)} className="group [&::details-content]:print:[content-visibility:visible]">
      <summary className="target flex w-fit items-center gap-2 rounded-md pr-2 text-sm text-quiet hover:text-ink">
        <span aria-hidden className="inline-block w-7 text-center">
          ·
        </span>
        {w.ticket.folded(items.length)}
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180 print:hidden" />
      </summary>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {items.map((item) => (
          <li key={item.id} id={`e${item.id}`}>
            <EventLine item={item} names={page.names} fresh={isFresh(item)} />
          </li>
        ))}
      </ol>
    </details>
  );
}
