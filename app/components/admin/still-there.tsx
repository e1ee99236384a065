import { Link } from "@remix-run/react";
import type { InUse } from "#app/domain/directory/sites-admin.server.ts";
import { TICKET_STATUSES } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { LINK } from "./link.ts";

type Tickets = InUse["tickets"];

/** Who works at a place and how many tickets are open there. */
export function StillThere({ at }: { at: InUse }) {
  const w = useWords();
  const lang = useLang();
  const more = at.people.all - at.people.rows.length;
  return (
    <div className="grid gap-3">
      <p>{w.places.stillThere.people(formatNumber(at.people.all, lang))}</p>
      {at.people.rows.length > 0 && (
        <ul className="grid gap-1 sm:columns-2 sm:block">
          {at.people.rows.map(({ id, fullName, position }) => (
            <li key={id} className="sm:mb-1">
              <Link to={paths.admin(`people/${id}`)} className={LINK}>
                {fullName}
              </Link>
              {position && <span className="text-quiet"> · {position}</span>}
            </li>
          ))}
          {more > 0 && <li className="text-quiet">{w.places.stillThere.more(formatNumber(more, lang))}</li>}
        </ul>
      )}
      <OpenTicketsLine tickets={at.tickets} />
    </div>
  );
}

/** "12 tickets are open: New 3, In progress 9". */
export function OpenTicketsLine({ tickets }: { tickets: Tickets }) {
  const w = useWords();
  const lang = useLang();
  const all = tickets.reduce((sum, row) => sum + row.tickets, 0);
  const parts = TICKET_STATUSES.flatMap((status) => {
    const count = tickets.find((row) => row.status === status)?.tickets ?? 0;
    return count > 0 ? [`${w.tickets.status[status]} ${formatNumber(count, lang)}`] : [];
  });
  return <p>{w.places.stillThere.tickets(formatNumber(all, lang), parts.join(", "))}</p>;
}
