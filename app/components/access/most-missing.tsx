import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import type { listMostMissing } from "#app/domain/access/gaps.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Section } from "#app/ui/page.tsx";
import { useNamed } from "./access-home-view.tsx";

type Props = { rows: Awaited<ReturnType<typeof listMostMissing>>; mayStart: boolean };

/** Which rights are missing most, by post; from there to a campaign. */
export function MostMissing({ rows, mayStart }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPlans.gaps;
  if (rows.length === 0) return <Empty title={words.none}>{words.noneHint}</Empty>;
  return (
    <Section id="city" title={words.city}>
      <p className="max-w-text text-quiet">{words.cityLead}</p>
      <DataTable
        caption={words.city}
        rows={rows}
        keyOf={({ positionId, rightId }) => `${positionId}:${rightId}`}
        columns={[
          {
            label: w.access.right,
            cell: ({ right, system }) => (
              <>
                {named(right)}
                <span className="block text-sm font-normal text-quiet">{named(system)}</span>
              </>
            ),
          },
          { label: w.access.position, cell: ({ position }) => named(position) },
          { label: words.people, cell: ({ people }) => people },
          { label: words.units, cell: ({ wards }) => wards },
          ...(mayStart
            ? [
                {
                  label: w.accessPlans.campaigns.title,
                  plain: true as const,
                  cell: ({ positionId, rightId }: Props["rows"][number]) => (
                    <Link to={accessPaths.newAccessCampaign({ positionId, rightId })}>{words.start}</Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
