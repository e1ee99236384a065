import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { EventLine } from "./event-line.tsx";
import type { PageData } from "./page-data.ts";

type ConflictNoticeProps = { page: PageData; since: number; typed: boolean; possible: boolean };

/** What somebody else did to the ticket since this person last looked, in words. */
export function ConflictNotice({ page, since, typed, possible }: ConflictNoticeProps) {
  const w = useWords();
  const missed = page.events.filter((item) => item.changes && item.version > since);
  return (
    <Notice tone="warning" live>
      <p className="font-semibold">{w.ticket.conflict.title}</p>
      <p>
        {typed && possible && `${w.ticket.conflict.kept} `}
        {w.ticket.conflict.lead}
      </p>
      {missed.length > 0 ? (
        <ul className="my-2 grid gap-2">
          {missed.map((item) => (
            <li key={item.id}>
              <EventLine item={item} names={page.names} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{w.ticket.conflict.nothing}</p>
      )}
      {possible && <p>{w.ticket.conflict.next}</p>}
    </Notice>
  );
}
