import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { TicketList } from "#app/components/queue/ticket-list.tsx";
import { listOwn } from "#app/domain/tickets/queue/queue.server.ts";
import { OWN_GROUPS, OWN_SORTS } from "#app/domain/tickets/queue/queue.ts";
import { listChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { readWish } from "#app/domain/tickets/queue/queue-wish.server.ts";
import { STANDINGS } from "#app/domain/tickets/ticket.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.queue.ownTitle };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const cursor = args.context.live.cursor();
    const { wish, unknown } = readWish(new URL(args.request.url).searchParams, OWN_GROUPS, OWN_SORTS);
    const groups = await listOwn(ctx, wish);
    const choices = await listChoices(ctx, wish.filters.site);
    const page = { ...wish, groups, choices, unknown, cursor, me: ctx.actor.personId };
    return data(page, { status: unknown.length > 0 ? 400 : 200 });
  });

export default function Tickets() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <Page title={w.queue.ownTitle}>
      <TicketList key={search} page={page} here={paths.tickets()} statuses={STANDINGS} sorts={OWN_SORTS} />
    </Page>
  );
}
