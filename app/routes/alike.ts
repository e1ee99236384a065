import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { mayFileAt } from "#app/domain/policy/filing.ts";
import { joinTicket } from "#app/domain/tickets/followers.server.ts";
import { listJoinable } from "#app/domain/tickets/report-page.server.ts";
import { WAITING_MAX } from "#app/domain/tickets/ticket.ts";
import { withContext } from "#app/http/context.server.ts";
import { commandId, count, id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";

const Question = z.object({
  siteId: z.coerce.number().int().positive(),
  systemId: z.coerce.number().int().positive(),
  q: z.string().max(300).default(""),
});
const Joining = z.object({ number: id, peopleWaiting: count(WAITING_MAX).default(0), commandId: commandId.optional() });

/** Open tickets like the one being typed. */
export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const asked = Question.safeParse(Object.fromEntries(new URL(args.request.url).searchParams));
    if (!asked.success || !mayFileAt(ctx.actor, asked.data.siteId)) return Response.json({ alike: [] });
    const { siteId, systemId, q } = asked.data;
    return Response.json({ alike: await listJoinable(ctx, { wardId: siteId, systemId, words: q.normalize("NFC") }) });
  });

/** "I have this too." */
export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Joining);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await joinTicket(ctx, form.value);
    return redirectWithFlash(paths.ticket(form.value.number), "joined");
  });
