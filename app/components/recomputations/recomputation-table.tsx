import { DataTable } from "#app/components/admin/data-table.tsx";
import type { RecomputationRow } from "#app/domain/tickets/clocks/recompute.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Time } from "#app/ui/time.tsx";

export function RecomputationTable({ rows }: { rows: readonly RecomputationRow[] }) {
  const w = useWords();
  const lang = useLang();
  const words = w.recomputations;
  return (
    <DataTable
      caption={w.places.sections.recomputations}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words.cause,
          cell: ({ cause, why }) => (
            <span className="wrap-anywhere">
              {words.causes[cause]}
              {why && <span className="block font-normal text-quiet">{why}</span>}
            </span>
          ),
        },
        { label: words.state, plain: true, cell: (row) => <Progress row={row} /> },
        { label: words.changed, numeric: true, cell: ({ changed }) => formatNumber(changed, lang) },
        { label: words.closings, numeric: true, cell: ({ closings }) => formatNumber(closings, lang) },
        { label: words.startedBy, cell: ({ startedBy }) => startedBy ?? words.bySystem },
        { label: words.startedAt, cell: ({ startedAt }) => <Time at={startedAt} exact /> },
        { label: words.finishedAt, cell: ({ finishedAt }) => finishedAt && <Time at={finishedAt} exact /> },
      ]}
    />
  );
}

function Progress({ row: { finishedAt, done, expected } }: { row: RecomputationRow }) {
  const words = useWords().recomputations;
  const lang = useLang();
  const gone = formatNumber(done, lang);
  if (finishedAt) {
    return (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Badge tone="green">{words.finished}</Badge>
        {words.gone(gone)}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone="blue">{done === 0 ? words.waiting : words.running}</Badge>
      {words.progress(gone, formatNumber(Math.max(done, expected), lang))}
    </span>
  );
}
