import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WhyThisTimeView } from "#app/components/clocks/why-this-time-view.tsx";
import { getWhyThisTime, type WhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { ticketNumber } from "#app/http/ticket-number.server.ts";
import type { Words } from "#app/i18n/vi.ts";

export const handle = {
  title: (w: Words, loaded: unknown) => {
    const why = loaded as WhyThisTime | undefined; // safe because this is the title of this very route
    return why ? `${w.clocks.why.title} · ${why.number}` : w.clocks.why.title;
  },
};

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) =>
    getWhyThisTime(ctx, ticketNumber(args.params), new URL(args.request.url).searchParams.get("month")),
  );

export default function TicketClock() {
  return <WhyThisTimeView why={useLoaderData<typeof loader>()} />;
}
