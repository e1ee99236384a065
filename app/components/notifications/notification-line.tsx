import { Link } from "@remix-run/react";
import { describeEvent, namer } from "#app/domain/tickets/describe-event.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime, formatTime } from "#app/lib/format.ts";
import { cx } from "#app/ui/cx.ts";
import { Time } from "#app/ui/time.tsx";
import type { ShownNotification } from "./notification.ts";

type Props = {
  one: ShownNotification;
  /** The day stands in the heading above it already. */
  underDay?: boolean;
};

/** What happened, to which ticket, when; leads to the place in the ticket where it happened. */
export function NotificationLine({ one, underDay = false }: Props) {
  const w = useWords();
  return (
    <Link
      to={placeOf(one)}
      className="grid grid-cols-[0.5rem_minmax(0,1fr)_auto] gap-x-3 rounded-md px-2 py-2 no-underline hover:bg-sunken"
    >
      <span className="pt-2">
        {one.unread && (
          <>
            <span aria-hidden className="block size-2 rounded-full bg-accent" />
            <span className="sr-only">{w.notifications.unread}. </span>
          </>
        )}
      </span>
      <span className="min-w-0">
        <span className={cx("block", one.unread && "font-semibold")}>{sentenceOf(one, w)}</span>
        <span className="block text-sm text-quiet">
          <span className="figures">{one.ticketNumber}</span> · {one.title}
        </span>
      </span>
      <span className="pt-0.5 text-sm whitespace-nowrap text-quiet">
        {underDay ? <At at={one.at} /> : <Time at={one.at} />}
      </span>
    </Link>
  );
}

function At({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} title={formatDateTime(at)} className="figures">
      {formatTime(at)}
    </time>
  );
}

/** The words of the ticket's history, with the reader as "you". */
function sentenceOf({ event, topic, actorName, names, me }: ShownNotification, w: Words): string {
  const who = actorName ?? w.ticket.system;
  if (topic === "mention") return w.notifications.mentioned(who);
  const people = { ...names.people, [me]: w.notifications.you };
  return describeEvent(w, event, who, namer({ ...names, people }, w.ticket.somebody));
}

/** A step of a request for access is looked at where it is taken; all else where it stands in the ticket. */
const placeOf = ({ ticketNumber, eventId, event }: ShownNotification): string =>
  event.type.startsWith("access.") ? paths.accessRequest(ticketNumber) : `${paths.ticket(ticketNumber)}#e${eventId}`;
