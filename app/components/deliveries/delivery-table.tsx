import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import type { DeliveryRow } from "#app/domain/notifications/deliveries.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { aboutOf, outcomeOf, StateBadge } from "./state-badge.tsx";

export function DeliveryTable({ rows }: { rows: readonly DeliveryRow[] }) {
  const w = useWords();
  const words = w.deliveries;
  return (
    <DataTable
      caption={w.places.sections.deliveries}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { label: words.about, cell: (row) => <Link to={paths.admin(`deliveries/${row.id}`)}>{aboutOf(row, w)}</Link> },
        {
          label: words.to,
          cell: (row) => (
            <span className="wrap-anywhere">
              {row.personName} <span className="text-quiet">{row.address}</span>
            </span>
          ),
        },
        { label: words.state, plain: true, cell: (row) => <StateBadge state={row.state} /> },
        { label: words.written, cell: (row) => <Time at={row.createdAt} /> },
        { label: words.attempts, numeric: true, cell: (row) => row.attempts },
        {
          label: words.error,
          cell: (row) => {
            const outcome = outcomeOf(row, w);
            return outcome && <span className="wrap-anywhere text-quiet">{outcome}</span>;
          },
        },
      ]}
    />
  );
}
