import { Link } from "@remix-run/react";
import type { PolicyVersionLine } from "#app/domain/sla/policy-versions.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Time } from "#app/ui/time.tsx";
import { DataTable } from "../admin/data-table.tsx";

type Props = { rows: readonly PolicyVersionLine[]; shown: number; current: number };

/** Who saved which list, when and why. */
export function VersionTable({ rows, shown, current }: Props) {
  const words = useWords().policies.versions;
  return (
    <DataTable
      caption={words.title}
      rows={rows}
      keyOf={({ version }) => version}
      columns={[
        {
          label: words.version,
          cell: ({ version }) => (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <Link
                to={`${paths.admin("policies/versions", { version })}#version`}
                aria-current={version === shown || undefined}
              >
                {words.name(version)}
              </Link>
              {version === current && <Badge tone="green">{words.current}</Badge>}
            </span>
          ),
        },
        {
          label: words.why,
          plain: true,
          cell: ({ why }) => <span className="break-words">{why || words.initial}</span>,
        },
        { label: words.madeBy, cell: ({ madeBy }) => madeBy ?? words.machine },
        { label: words.madeAt, cell: ({ madeAt }) => <Time at={madeAt} exact className="whitespace-nowrap" /> },
      ]}
    />
  );
}
