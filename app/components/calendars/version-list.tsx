import type { HoursDifference } from "#app/domain/sla/calendar-difference.ts";
import type { CalendarVersion } from "#app/domain/sla/calendars.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { Differences } from "./differences.tsx";

export type VersionRow = Omit<CalendarVersion, "hours"> & {
  /** null for the first, which has none before it. */
  differences: HoursDifference[] | null;
};

/** Who changed the calendar when, why and how; each can be put back as a new version. */
export function VersionList({ id, newest, rows }: { id: number; newest: number; rows: readonly VersionRow[] }) {
  const words = useWords().calendars.versions;
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      keyOf={({ version }) => version}
      columns={[
        { label: words.title, cell: ({ version }) => words.of(String(version)) },
        {
          label: words.what,
          plain: true,
          cell: ({ differences }) =>
            differences ? <Differences differences={differences} nothing={words.followed} /> : words.first,
        },
        { label: words.why, cell: ({ why }) => why || null },
        { label: words.by, cell: ({ madeBy }) => madeBy ?? words.machine },
        { label: words.made, cell: ({ madeAt }) => <Time at={madeAt} exact className="whitespace-nowrap" /> },
        {
          label: "",
          cell: ({ version }) =>
            version === newest ? (
              <Badge tone="green">{words.current}</Badge>
            ) : (
              <ButtonLink
                to={paths.admin(`calendars/${id}`, { version })}
                variant="quiet"
                aria-label={words.putBackOf(String(version))}
              >
                {words.putBack}
              </ButtonLink>
            ),
        },
      ]}
    />
  );
}
