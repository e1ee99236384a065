import { describeEvent, type Names, namer, toldWith } from "#app/domain/tickets/describe-event.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { Time } from "#app/ui/time.tsx";
import { MARK } from "./marked.tsx";
import type { TimelineItem } from "./page-data.ts";
import { NoteBox } from "./said.tsx";
import { Linked, UserText } from "./user-text.tsx";

/** One change as a sentence, and below it the words that its author gave along. */
export function EventLine({ item, names, fresh = false }: { item: TimelineItem; names: Names; fresh?: boolean }) {
  const w = useWords();
  const nameOf = namer(names, w.ticket.somebody);
  const who = item.actorId === null ? w.ticket.system : nameOf.person(item.actorId);
  const told = toldWith(item.event);
  return (
    <div className={cx("grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2", fresh && MARK)}>
      <span aria-hidden className="text-center text-quiet">
        ·
      </span>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <p className="max-w-text text-sm text-quiet">
          <Linked>{describeEvent(w, item.event, who, nameOf)}</Linked> · <Time at={item.at} />
        </p>
        {told.length > 0 && (
          <dl className="grid grid-cols-[minmax(0,1fr)] gap-2 border-l-2 border-line pl-3">
            {told.map(({ label, text }) => (
              <div key={label}>
                <dt className="text-sm text-quiet">{w.ticket.told[label]}</dt>
                <dd>
                  <UserText>{text}</UserText>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {item.message && (
          <NoteBox>
            <UserText>{item.message.body}</UserText>
          </NoteBox>
        )}
      </div>
    </div>
  );
}
