import { Link } from "@remix-run/react";
import type { DepartmentRow } from "#app/domain/directory/sites-admin.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "./data-table.tsx";
import { FromUntil } from "./dates.tsx";
import { OrderButtons } from "./order-buttons.tsx";

type DepartmentListProps = { unitId: number; rows: readonly DepartmentRow[]; today: string; open: boolean };

/** In the order of the report form; each opens its own page. */
export function DepartmentList({ unitId, rows, today, open }: DepartmentListProps) {
  const w = useWords();
  const { departments } = w.places.site;
  const ended = ({ validUntil }: DepartmentRow) => validUntil !== null && validUntil < today;
  return (
    <>
      {rows.length === 0 && <p className="text-quiet">{departments.none}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={departments.title}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              label: departments.name,
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <Link to={paths.admin(`sites/${row.id}`)}>{row.name}</Link>
                  {ended(row) && <Badge>{w.places.ended}</Badge>}
                </span>
              ),
            },
            {
              label: w.places.dates.label,
              plain: true,
              cell: (row) => <FromUntil from={row.validFrom} until={row.validUntil} />,
            },
            { label: w.places.people, numeric: true, cell: (row) => row.people },
            {
              label: departments.order,
              cell: (row) =>
                ended(row) ? null : (
                  <OrderButtons id={row.id} up={departments.up(row.name)} down={departments.down(row.name)} />
                ),
              plain: true,
            },
          ]}
        />
      )}
      {open && (
        <ButtonLink to={paths.admin("sites/new", { in: unitId })} className="justify-self-start">
          {departments.add}
        </ButtonLink>
      )}
    </>
  );
}
