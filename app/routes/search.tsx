import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchPageView } from "#app/components/search/search-page-view.tsx";
import { isNarrowed, parseFilters } from "#app/domain/tickets/queue/filters.ts";
import { listChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { findByNumber, searchTickets } from "#app/domain/tickets/search/search.server.ts";
import { readPlace } from "#app/domain/tickets/search/search.ts";
import { QUERY_MAX } from "#app/domain/tickets/search/search-query.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.search.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const q = typedLine(searchParams.get("q") ?? "");
    const { filters, unknown } = parseFilters(searchParams, []);
    const after = searchParams.get("after");
    const cursor = after && readPlace(after) ? after : null;
    if (after && cursor === null) unknown.push("after");
    const meant = isNarrowed(filters) || cursor ? null : await findByNumber(ctx, q);
    if (meant !== null) throw redirect(paths.ticket(meant));
    const found = await searchTickets(ctx, { q, filters, cursor });
    const choices = await listChoices(ctx, filters.site);
    const shown = { q: q.slice(0, QUERY_MAX), filters, choices, found };
    const page = { ...shown, me: ctx.actor.personId, further: cursor !== null, unknown: unknown.length > 0 };
    return data(page, { status: unknown.length > 0 ? 400 : 200 });
  });

/** Letters may come apart, each as up to three. */
const TYPED_MAX = 4 * QUERY_MAX;
/** One more letter than is looked for, so that the page can say that something was left out. */
const typedLine = (typed: string) =>
  typed
    .slice(0, TYPED_MAX)
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, QUERY_MAX + 1);

export default function Search() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <Page title={w.search.title}>
      <SearchPageView {...page} />
    </Page>
  );
}
