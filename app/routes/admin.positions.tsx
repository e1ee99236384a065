import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useNamed } from "#app/components/access/access-home-view.tsx";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { listPositions } from "#app/domain/access/positions-admin.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.positions };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => ({ rows: await listPositions(ctx) }));

export default function Positions() {
  const w = useWords();
  const named = useNamed();
  const { rows } = useLoaderData<typeof loader>();
  const words = w.accessCatalogue.position;
  return (
    <Page
      title={w.places.sections.positions}
      lead={words.lead}
      actions={<ButtonLink to={paths.admin("positions/new")}>{words.add}</ButtonLink>}
    >
      {rows.length === 0 ? (
        <Empty title={words.none}>{words.noneHint}</Empty>
      ) : (
        <DataTable
          caption={w.places.sections.positions}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              label: words.name,
              cell: (row) => (
                <>
                  <Link to={paths.admin(`positions/${row.id}`)}>{named(row)}</Link>{" "}
                  {row.retiredAt && <Badge tone="grey">{w.accessCatalogue.right.retired}</Badge>}
                </>
              ),
            },
            { label: words.rights, cell: ({ rights }) => rights },
            { label: words.holders, cell: ({ holders }) => holders },
          ]}
        />
      )}
    </Page>
  );
}
