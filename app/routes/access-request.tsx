import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RequestView } from "#app/components/access/request-view.tsx";
import { answerBack, askBack } from "#app/domain/access/asking-back.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems, handBackItems, withdrawItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { renewInstead } from "#app/domain/access/renewing.server.ts";
import {
  getBackground,
  getRequestPage,
  type RequestPage,
  requireRequest,
} from "#app/domain/access/request-page.server.ts";
import { listDraftFiles } from "#app/domain/tickets/files/files.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { checkbox, commandId, count, day, id, lines, optionalLine, optionalLines } from "#app/http/fields.server.ts";
import { type FormReply, parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { receiveFiles } from "#app/http/receive-files.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { ticketNumber } from "#app/http/ticket-number.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { fileIds, filesIn } from "#app/routes/access-ask-form.server.ts";

export const handle = {
  title: (w: Words, loaded: unknown) => {
    const page = (loaded as { page?: RequestPage } | undefined)?.page; // safe because this is the title of this very route
    return page ? `${w.access.request} · ${page.number}` : w.access.request;
  },
};

const seen = { commandId, version: count(1_000_000_000) };
const words = lines(2_000);
const stepIds = z.array(id).min(1, "required").max(100);
const itemIds = z.array(id).min(1, "required").max(100);
const Doing = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), ...seen, stepIds, reason: optionalLines(2_000) }),
  z.object({ intent: z.literal("refuse"), ...seen, stepIds, reason: optionalLines(2_000) }),
  z.object({ intent: z.literal("ask_back"), ...seen, question: words }),
  z.object({ intent: z.literal("answer"), ...seen, answer: words }),
  z.object({ intent: z.literal("grant"), ...seen, itemIds, done: words, fileIds }),
  z.object({ intent: z.literal("hand_back"), ...seen, itemIds, reason: words }),
  z.object({ intent: z.literal("withdraw"), ...seen, itemIds, reason: words }),
  z.object({ intent: z.literal("works"), ...seen, itemId: id, note: optionalLines(2_000), fileIds }),
  z.object({
    ...{ intent: z.literal("renew"), ...seen, until: day, decisionNumber: optionalLine(120) },
    ...{ decisionDate: day.optional(), regulation: optionalLine(200), undertaking: checkbox },
  }),
  z.object({ intent: z.literal("fails"), ...seen, itemId: id, note: optionalLines(2_000), fileIds }),
]);

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const page = await getRequestPage(ctx, ticketNumber(args.params));
    return { page, background: page.may.decide ? await getBackground(ctx, page.number) : null };
  });

export const action = async (args: ActionFunctionArgs) => {
  const received = await receiveFiles(args);
  return withContext(args, async (ctx) => {
    const number = ticketNumber(args.params);
    // Before the form is looked at: what is wrong with it is no news for those who may not see the request.
    await requireRequest(ctx, number);
    const form = await parseForm(args.request, Doing);
    const given = form.status === "success" && "fileIds" in form.value ? form.value.fileIds : [];
    const { ids, fault, status } = filesIn({ fileIds: given }, received);
    const answer = async (code: number, more: Partial<FormReply> = {}) =>
      data({ reply: form.reply(more), kept: await listDraftFiles(ctx, ids) }, { status: code });
    if (form.status === "error") return answer(form.code);
    if (fault) return answer(status, { errors: { files: [fault] } });
    const done = await attempt(act(ctx, number, form.value, ids));
    if (!done.ok) return answer(done.status, { formErrors: [done.reason] });
    return redirectWithFlash(paths.accessRequest(number), "saved");
  });
};

function act(
  ctx: PageCtx,
  number: number,
  { commandId: id, version, ...typed }: z.infer<typeof Doing>,
  files: readonly string[],
) {
  const target = { number, version, commandId: id };
  switch (typed.intent) {
    case "approve":
    case "refuse":
      // A decision is about the step it names; what else happens on the ticket meanwhile does not matter to it.
      return decideSteps(
        ctx,
        { number, commandId: id },
        { ...typed, verdict: typed.intent === "approve" ? "approved" : "refused" },
      );
    case "ask_back":
      return askBack(ctx, target, typed);
    case "answer":
      return answerBack(ctx, target, typed);
    case "grant":
      return grantItems(ctx, target, { ...typed, fileIds: files });
    case "hand_back":
      return handBackItems(ctx, target, typed);
    case "withdraw":
      return withdrawItems(ctx, target, typed);
    case "renew": {
      const { until, decisionNumber, decisionDate, regulation, undertaking } = typed;
      const basis = { decisionNumber, decisionDate, regulation, ...(undertaking && { undertaking }) };
      return renewInstead(ctx, target, { until, basis });
    }
    case "works":
    case "fails":
      return proveItem(ctx, target, { ...typed, works: typed.intent === "works", fileIds: files });
  }
}

export default function AccessRequest() {
  const { page, background } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <RequestView page={page} background={background} reply={answered?.reply} kept={answered?.kept} />;
}
