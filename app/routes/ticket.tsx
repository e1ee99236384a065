import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { doneCode, isDoing, NAMES } from "#app/components/ticket/doing-names.ts";
import type { PageData } from "#app/components/ticket/page-data.ts";
import { TicketPageView } from "#app/components/ticket/ticket-page-view.tsx";
import { findTodo } from "#app/domain/access/home.server.ts";
import { markTicketSeen } from "#app/domain/notifications/inbox.server.ts";
import { seesQueue } from "#app/domain/policy/tickets.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { listMentionable } from "#app/domain/tickets/mentions.server.ts";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import { TEXT_MAX } from "#app/domain/tickets/ticket.ts";
import { getTicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { commandId, id, lines } from "#app/http/fields.server.ts";
import { writingTurn } from "#app/http/filing-limit.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { receiveFiles } from "#app/http/receive-files.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/redirect.server.ts";
import { ticketNumber } from "#app/http/ticket-number.server.ts";
import type { Words } from "#app/i18n/vi.ts";

const MENTIONS_MAX = 50;

const Saying = z.object({
  commandId: commandId.optional(),
  visibility: z.enum(["public", "internal"]).default("public"),
  body: lines(TEXT_MAX).refine((text) => !findSensitive(text).password, "contains_password"),
  mentions: z.array(id).max(MENTIONS_MAX, "too_many_people").default([]),
  fileIds: z.array(z.uuid()).max(8, "too_many_files").default([]),
});

export const handle = {
  title: (w: Words, loaded: unknown) => {
    const page = loaded as PageData | undefined; // safe because this is the title of this very route
    return page && w.ticket.title(page.ticket.number, page.ticket.title);
  },
};

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx): Promise<PageData> => {
    const number = ticketNumber(args.params);
    const asked = new URL(args.request.url).searchParams;
    const wanted = asked.get("do");
    if (isDoing(wanted)) throw redirect(paths.ticketPart(number, wanted));
    const before = /^\d{1,15}$/.test(asked.get("before") ?? "") ? Number(asked.get("before")) : undefined;
    // A browser that fetches ahead has shown nothing to anybody yet.
    const quietly = /prefetch/.test(args.request.headers.get("Sec-Purpose") ?? "");
    const page = await getTicketPage(ctx, number, { lang: ctx.lang, before, quietly });
    if (!quietly) await markTicketSeen(ctx, number);
    const queue = seesQueue(ctx.actor);
    return {
      ...page,
      accessTodo: page.ticket.accessPhase === null ? null : await findTodo(ctx, number),
      mentionable: page.me.notes ? await listMentionable(ctx, number) : [],
      newestTo: before === undefined ? null : paths.ticket(number),
      // Safe because it is made from the names themselves.
      commandIds: Object.fromEntries(NAMES.map((name) => [name, randomUUID()])) as PageData["commandIds"],
      cursor: args.context.live.cursor(),
      done: readFlash(args.request),
      backTo: { to: queue ? paths.queue() : paths.tickets(), queue },
    };
  });

export const action = async (args: ActionFunctionArgs) => {
  const received = await receiveFiles(args);
  const turn = await writingTurn(args);
  return withContext(args, async (ctx) => {
    const number = ticketNumber(args.params);
    const form = await parseForm(args.request, Saying);
    const refuse = (status: number, extra: Parameters<typeof form.reply>[0] = {}) =>
      data({ ...form.reply(extra), files: received.files }, { status, headers: turn.headers });
    if (!turn.ok) return refuse(429, { formErrors: ["limited_writing"] });
    if (form.status === "error") return refuse(form.code);
    const [fault] = received.faults;
    if (fault) return refuse(422, { errors: { files: [fault.fault] } });
    const { visibility, body, fileIds, mentions, commandId } = form.value;
    const target = { number, commandId };
    const words = { body, fileIds: [...fileIds, ...received.ids] };
    const said = await attempt(
      visibility === "internal" ? noteOnTicket(ctx, target, { ...words, mentions }) : replyToTicket(ctx, target, words),
    );
    if (!said.ok) return refuse(said.status, { formErrors: [said.reason] });
    return redirectWithFlash(paths.ticket(number), doneCode(visibility === "internal" ? "note" : "reply"));
  });
};

/** A dialog over the page does not ask for the page again; a refused form does, to show what changed meanwhile. */
export const shouldRevalidate: ShouldRevalidateFunction = (args) => {
  const { currentUrl, nextUrl, formMethod, actionStatus, defaultShouldRevalidate } = args;
  if (formMethod || actionStatus) return true;
  const sameTicket = args.currentParams.number === args.nextParams.number && currentUrl.search === nextUrl.search;
  return sameTicket && currentUrl.pathname !== nextUrl.pathname ? false : defaultShouldRevalidate;
};

export default function Ticket() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <TicketPageView page={page} reply={useActionData<typeof action>()} />
      <Outlet context={page} />
    </>
  );
}
