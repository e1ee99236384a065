import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { listTeamsWithMembers } from "#app/domain/directory/teams-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.teams };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { rows: await listTeamsWithMembers(ctx) };
  });

export default function Teams() {
  const w = useWords();
  const lang = useLang();
  const { rows } = useLoaderData<typeof loader>();
  const words = w.places.team;
  return (
    <Page
      title={w.places.sections.teams}
      lead={words.lead}
      actions={<ButtonLink to={paths.admin("teams/new")}>{words.add}</ButtonLink>}
    >
      <DataTable
        caption={w.places.sections.teams}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            label: words.name,
            cell: (row) => <Link to={paths.admin(`teams/${row.id}`)}>{lang === "en" ? row.nameEn : row.name}</Link>,
          },
          { label: w.places.fields.key, cell: (row) => <code className="text-sm">{row.key}</code> },
          {
            label: words.members,
            numeric: true,
            cell: (row) => (row.members === 0 ? <Badge tone="amber">{words.nobody}</Badge> : row.members),
          },
          { label: w.places.sections.systems, numeric: true, cell: (row) => row.systems },
        ]}
      />
    </Page>
  );
}
