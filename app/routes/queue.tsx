import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { TicketList } from "#app/components/queue/ticket-list.tsx";
import { listQueue } from "#app/domain/tickets/queue/queue.server.ts";
import { QUEUE_GROUPS, QUEUE_SORTS } from "#app/domain/tickets/queue/queue.ts";
import { listChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { readWish } from "#app/domain/tickets/queue/queue-wish.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { changePicked } from "./queue-bulk.server.ts";

const STATUSES = ["new", "assigned", "in_progress", "on_hold", "resolved"] as const;

export const handle = { title: (w: Words) => w.queue.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const cursor = args.context.live.cursor();
    const { wish, unknown } = readWish(new URL(args.request.url).searchParams, QUEUE_GROUPS, QUEUE_SORTS);
    const groups = await listQueue(ctx, wish);
    const choices = await listChoices(ctx, wish.filters.site);
    const page = { ...wish, groups, choices, unknown, cursor, me: ctx.actor.personId, commandId: randomUUID() };
    return data(page, { status: unknown.length > 0 ? 400 : 200 });
  });

export const action = (args: ActionFunctionArgs) => withContext(args, (ctx) => changePicked(ctx, args.request));

export default function Queue() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { search } = useLocation();
  return (
    <Page title={w.queue.title}>
      <TicketList
        key={search}
        page={page}
        here={paths.queue()}
        statuses={STATUSES}
        sorts={QUEUE_SORTS}
        bulk={{ commandId: page.commandId, reply }}
      />
    </Page>
  );
}
