import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { DoingDialog } from "#app/components/ticket/doing-dialog.tsx";
import { actionOf, type DoingName, doneCode, isDoing } from "#app/components/ticket/doing-names.ts";
import type { PageData } from "#app/components/ticket/page-data.ts";
import { findTicket, getTicketForm } from "#app/domain/tickets/ticket-form.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { writingTurn } from "#app/http/filing-limit.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { ticketNumber } from "#app/http/ticket-number.server.ts";
import { DOINGS } from "#app/routes/ticket-doings.server.ts";

function doingIn({ doing }: Record<string, string | undefined>): DoingName {
  if (!isDoing(doing)) throw new Response(null, { status: 404 });
  return doing;
}

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const doing = doingIn(args.params);
    const form = await getTicketForm(ctx, ticketNumber(args.params), actionOf(doing));
    return { ...form, doing, commandId: randomUUID() };
  });

export const action = async (args: ActionFunctionArgs) => {
  const turn = await writingTurn(args);
  return withContext(args, async (ctx) => {
    const doing = doingIn(args.params);
    const number = ticketNumber(args.params);
    const done = await DOINGS[doing](ctx, number, args.request, turn.ok);
    if (!done.ok) return data({ reply: done.reply, since: done.since }, { status: done.status, headers: turn.headers });
    // Whoever read it only by following, or moved it away, may have left it behind.
    const next = done.value.number;
    const stays = await findTicket(ctx, next);
    if (stays) return redirectWithFlash(paths.ticket(next), doneCode(doing));
    return redirectWithFlash(paths.home(), doing === "unfollow" ? "unfollowed" : "left_ticket");
  });
};

/** A refused form shows what is true now. */
export const shouldRevalidate = () => true;

export default function Doing() {
  const page = useOutletContext<PageData>();
  const form = useLoaderData<typeof loader>();
  return (
    <DoingDialog key={form.doing} page={page} doing={form.doing} form={form} answer={useActionData<typeof action>()} />
  );
}
