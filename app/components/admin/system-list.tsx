import { Link } from "@remix-run/react";
import type { AdminSystem } from "#app/domain/directory/systems-admin.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "./data-table.tsx";
import { OrderButtons } from "./order-buttons.tsx";

export function SystemList({ rows, now }: { rows: readonly AdminSystem[]; now: Date }) {
  const w = useWords();
  const lang = useLang();
  const words = w.places.system;
  const named = (row: { name: string; nameEn: string }) => (lang === "en" ? row.nameEn : row.name);
  return (
    <DataTable
      caption={w.places.sections.systems}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          label: words.name,
          cell: (row) => (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <Link to={paths.admin(`systems/${row.id}`)}>{named(row)}</Link>
              {row.retiredAt && (
                <Badge tone={row.retiredAt > now ? "amber" : "grey"}>
                  {row.retiredAt > now ? words.retiringOn(formatDate(row.retiredAt)) : words.retired}
                </Badge>
              )}
            </span>
          ),
        },
        { label: w.places.fields.key, cell: (row) => <code className="text-sm">{row.key}</code> },
        {
          label: w.places.fields.teamId,
          cell: (row) => (
            <Link to={paths.admin(`teams/${row.teamId}`)}>{named({ name: row.teamName, nameEn: row.teamNameEn })}</Link>
          ),
        },
        {
          label: words.order,
          plain: true,
          cell: (row) =>
            row.retiredAt ? null : <OrderButtons id={row.id} up={words.up(named(row))} down={words.down(named(row))} />,
        },
      ]}
    />
  );
}
