import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FiledTicket } from "#app/components/report/filed-ticket.tsx";
import { getFiledTicket } from "#app/domain/tickets/report-page.server.ts";
import { withContext } from "#app/http/context.server.ts";
import type { Words } from "#app/i18n/vi.ts";

const NUMBER = /^[1-9]\d{0,8}$/;

export const handle = { title: (w: Words) => w.filed.sent };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => {
    const { number = "" } = args.params;
    if (!NUMBER.test(number)) throw new Response(null, { status: 404 });
    return getFiledTicket(ctx, Number(number));
  });

export default function Filed() {
  return <FiledTicket ticket={useLoaderData<typeof loader>()} />;
}
