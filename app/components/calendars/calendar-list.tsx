import { Link } from "@remix-run/react";
import type { KeptCalendar } from "#app/domain/sla/calendars.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Time } from "#app/ui/time.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { FromUntil } from "../admin/dates.tsx";
import { ownerName, weekText } from "./calendar-words.ts";

export type CalendarRow = Omit<KeptCalendar, "hours" | "counted"> & {
  weekly: KeptCalendar["hours"]["weekly"];
  followsCity: boolean;
};

export function CalendarList({ rows, today }: { rows: readonly CalendarRow[]; today: string }) {
  const w = useWords();
  const lang = useLang();
  const words = w.calendars;
  return (
    <DataTable
      caption={w.places.sections.calendars}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words.owner,
          cell: (row) => <Link to={paths.admin(`calendars/${row.id}`)}>{ownerName(row, w, lang)}</Link>,
        },
        {
          label: words.hours,
          plain: true,
          cell: ({ weekly }) => (
            <ul className="figures">
              {weekText(weekly, w).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
        { label: words.inForce, plain: true, cell: (row) => <InForce row={row} today={today} /> },
        {
          label: words.version,
          cell: (row) => (
            <>
              <Time at={row.madeAt} exact />
              {row.madeBy && <span className="block text-sm text-quiet">{row.madeBy}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function InForce({ row, today }: { row: CalendarRow; today: string }) {
  const words = useWords().calendars;
  if (row.siteId === null && row.teamId === null) return <span className="text-quiet">{words.always}</span>;
  const over = row.validUntil !== null && row.validUntil < today;
  return (
    <>
      <FromUntil from={row.validFrom} until={row.validUntil} /> {over && <Badge>{words.ended}</Badge>}
      {row.validFrom > today && <Badge>{words.notYet}</Badge>}
      <span className="block text-sm text-quiet">{row.followsCity ? words.follows : words.alone}</span>
    </>
  );
}
