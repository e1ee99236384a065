import { namer } from "#app/domain/tickets/describe-event.ts";
import { useWords } from "#app/i18n/words.tsx";
import { FileList } from "./file-list.tsx";
import type { PageData, TimelineItem } from "./page-data.ts";
import { Speech } from "./said.tsx";
import { UserText } from "./user-text.tsx";

/** The report itself, in the reporter's words. */
export function OpeningWords({ page, item }: { page: PageData; item: TimelineItem }) {
  const w = useWords();
  const { ticket, names, files } = page;
  const nameOf = namer(names, w.ticket.somebody);
  const onBehalf = ticket.filedById !== ticket.reporterId;
  const answers = [
    { label: w.ticket.saw, text: ticket.answers.saw },
    { label: w.ticket.errorMessage, text: ticket.answers.errorMessage },
  ].flatMap(({ label, text }) => (text ? [{ label, text }] : []));
  return (
    <Speech
      who={nameOf.person(ticket.reporterId)}
      aside={onBehalf ? w.ticket.onBehalf(nameOf.person(ticket.filedById)) : undefined}
      at={item.at}
    >
      {ticket.body && <UserText>{ticket.body}</UserText>}
      {answers.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {answers.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-sm text-quiet">{label}</dt>
              <dd>
                <UserText>{text}</UserText>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <FileList files={files.filter((file) => file.messageId === null)} />
    </Speech>
  );
}
