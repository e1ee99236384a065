import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AskForm } from "#app/components/access/ask-form.tsx";
import { getAskPage } from "#app/domain/access/ask-page.server.ts";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { MOST_ITEMS } from "#app/domain/access/request.ts";
import { IMPACTS } from "#app/domain/tickets/priority.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { checkbox, commandId, day, id, lines, optionalLine, optionalLines } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { namedReason } from "#app/http/named-refusal.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { itemsAsked } from "#app/routes/access-items.server.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPages.ask.title };

const maybe = id.optional().catch(undefined);
const typed = optionalLine(2_000).catch(undefined);
const Wish = z.object({
  ...{ siteId: maybe, systemId: maybe, rightId: maybe, campaignId: maybe, tries: typed, fails: typed },
});
const some = z.array(id).max(MOST_ITEMS, "too_many_items").default([]);
const Ask = z.object({
  ...{ commandId, siteId: id, rightIds: some, personIds: some, successorOf: some },
  ...{ position: optionalLine(120), from: day.optional(), until: day.optional() },
  ...{ tries: lines(2_000), fails: optionalLines(2_000), impact: z.enum(IMPACTS) },
  ...{ decisionNumber: optionalLine(120), decisionDate: day.optional(), regulation: optionalLine(200) },
  ...{ undertaking: checkbox, campaignId: id.optional() },
});

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => getAskPage(ctx, Wish.parse(Object.fromEntries(new URL(args.request.url).searchParams))));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Ask);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { siteId, tries, fails, impact, campaignId, decisionNumber, decisionDate, regulation, undertaking } =
      form.value;
    const asked = await attempt(
      itemsAsked(ctx, form.value).then((items) =>
        askForAccess(ctx, {
          ...{
            commandId: form.value.commandId,
            siteId,
            items,
            tries,
            fails,
            impact,
            urgency: "today",
            fileIds: [],
            campaignId,
          },
          basis: { decisionNumber, decisionDate, regulation, ...(undertaking && { undertaking }) },
        }),
      ),
    );
    if (!asked.ok) return data(form.reply({ formErrors: [namedReason(asked)] }), { status: asked.status });
    return redirectWithFlash(paths.accessRequest(asked.value.number), "saved");
  });

export default function NewAccessRequest() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = w.accessPages.ask;
  return (
    <Page title={words.title} lead={words.lead} width="form" back={{ to: paths.access(), label: w.access.title }}>
      {page ? <AskForm key={page.ward.id} page={page} reply={reply} /> : <Empty title={words.noUnit} />}
    </Page>
  );
}
