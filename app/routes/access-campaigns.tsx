import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { listCampaigns } from "#app/domain/access/campaign-page.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPlans.campaigns.title };

export const loader = (args: LoaderFunctionArgs) => withContext(args, listCampaigns);

export default function Campaigns() {
  const w = useWords();
  const { rows, mayStart } = useLoaderData<typeof loader>();
  const words = w.accessPlans.campaigns;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: paths.access(), label: w.access.title }}
      actions={mayStart && <ButtonLink to={accessPaths.newAccessCampaign()}>{words.add}</ButtonLink>}
    >
      {rows.length === 0 ? (
        <Empty title={words.none}>{words.noneHint}</Empty>
      ) : (
        <DataTable
          caption={words.title}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { label: words.name, cell: ({ id, title }) => <Link to={accessPaths.accessCampaign(id)}>{title}</Link> },
            {
              label: words.state,
              cell: ({ units, asked, done, endedAt }) => (
                <>
                  {words.progress(done, units)}
                  <span className="block text-sm text-quiet">
                    {[words.asked(asked, units), endedAt && words.ended(formatDate(endedAt))]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </>
              ),
            },
            { label: w.accessPages.home.asked, cell: ({ startedAt }) => formatDate(startedAt) },
          ]}
        />
      )}
    </Page>
  );
}
