import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { placeName } from "#app/components/place-name.ts";
import { Answer } from "#app/components/reports/answer.tsx";
import { Choose } from "#app/components/reports/choose.tsx";
import { How } from "#app/components/reports/how.tsx";
import { Milestones } from "#app/components/reports/milestones.tsx";
import { NumbersTable } from "#app/components/reports/numbers-table.tsx";
import { getReportPage } from "#app/domain/reports/report-page.server.ts";
import { withContext } from "#app/http/context.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.reports.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const page = await getReportPage(ctx, new URL(args.request.url).searchParams);
    return data(page, { status: page.refused ? 400 : 200 });
  });

export default function Reports() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const { report, scope, span } = page;
  const place = placeName(scope, w);
  const quiet =
    report.total.opened === 0 &&
    report.total.resolved === 0 &&
    report.total.backlog === 0 &&
    report.total.overdue === 0;
  return (
    <Page title={w.reports.title} lead={w.reports.lead(place, formatDate(span.from), formatDate(span.lastDay))}>
      <Choose page={page} />
      {page.refused && (
        <div className="mb-6">
          <Notice tone="warning">{w.reports.badPeriod}</Notice>
        </div>
      )}
      {quiet ? (
        <Empty title={w.reports.empty}>{w.reports.emptyHint}</Empty>
      ) : (
        <>
          <Answer page={page} />
          <div className="grid gap-8">
            <Milestones report={report} />
            <NumbersTable page={page} />
          </div>
        </>
      )}
      <How />
    </Page>
  );
}
