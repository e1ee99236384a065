import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { Pager } from "#app/components/admin/pager.tsx";
import { objectText } from "#app/components/audit/fact-words.ts";
import { HistoryFilter } from "#app/components/audit/history-filter.tsx";
import { HistoryTable } from "#app/components/audit/history-table.tsx";
import { EXPORTED_AT_MOST } from "#app/domain/audit/export.server.ts";
import { listHistory } from "#app/domain/audit/history.server.ts";
import { writeCursor } from "#app/domain/audit/wish.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { buttonClass } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { everyWord, readHistoryWish } from "./admin-history-wish.server.ts";

export const handle = { title: (w: Words) => w.audit.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { filters, wish, refused } = readHistoryWish(new URL(args.request.url).searchParams);
    const { entries, next } = await listHistory(ctx, wish, everyWord());
    const page = { filters, refused, entries, next: next && writeCursor(next), most: EXPORTED_AT_MOST };
    return data(page, { status: refused.length > 0 ? 400 : 200 });
  });

export default function History() {
  const w = useWords();
  const lang = useLang();
  const [search] = useSearchParams();
  const { filters, refused, entries, next, most } = useLoaderData<typeof loader>();
  const asked = new URLSearchParams([...search].filter(([name]) => name !== "before"));
  const first = entries[0];
  return (
    <Page
      title={w.audit.title}
      lead={w.audit.lead}
      width="full"
      actions={
        <a
          href={`${paths.admin("history/export")}?${asked}`}
          download
          title={w.audit.exportHint(formatNumber(most, lang))}
          className={buttonClass("secondary", "print:hidden")}
        >
          {w.audit.export}
        </a>
      }
    >
      <HistoryFilter filters={filters} refused={refused} />
      {refused.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning">{w.audit.badPeriod}</Notice>
        </div>
      )}
      {filters.object && (
        <p className="mb-4 flex flex-wrap gap-x-3">
          <span>{w.audit.only(first ? objectText(first, w) : filters.object)}</span>
          <Link to={paths.admin("history")}>{w.audit.all}</Link>
        </p>
      )}
      {entries.length === 0 ? (
        <Empty title={w.audit.none}>{w.audit.noneHint}</Empty>
      ) : (
        <HistoryTable entries={entries} />
      )}
      <Pager next={next} param="before" />
    </Page>
  );
}
