import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AskForm } from "#app/components/access/ask-form.tsx";
import { getAskPage } from "#app/domain/access/ask-page.server.ts";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { dropDraft } from "#app/domain/access/drafts.server.ts";
import { readAsked } from "#app/domain/access/putting.server.ts";
import { getRoad } from "#app/domain/access/road.server.ts";
import { listDraftFiles } from "#app/domain/tickets/files/files.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id, optionalLine } from "#app/http/fields.server.ts";
import { type FormReply, parseForm } from "#app/http/forms.server.ts";
import { namedReasons } from "#app/http/named-refusal.server.ts";
import { paths } from "#app/http/paths.ts";
import { receiveFiles } from "#app/http/receive-files.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Ask, askedOf, filesIn } from "#app/routes/access-ask-form.server.ts";
import { itemsAsked } from "#app/routes/access-items.server.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPages.ask.title };

const maybe = id.optional().catch(undefined);
const typed = optionalLine(2_000).catch(undefined);
const Wish = z.object({
  ...{ siteId: maybe, systemId: maybe, rightId: maybe, campaignId: maybe, title: typed, body: typed },
  draft: z.uuid().optional().catch(undefined),
});
const Asking = Ask.extend({ intent: z.enum(["send", "look"]).default("send") });

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => getAskPage(ctx, Wish.parse(Object.fromEntries(new URL(args.request.url).searchParams))));

export const action = async (args: ActionFunctionArgs) => {
  const received = await receiveFiles(args);
  return withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Asking);
    const given = form.status === "success" ? form.value.fileIds : [];
    const { ids, fault, status } = filesIn({ fileIds: given }, received);
    const answer = async (
      code: number,
      more: Partial<FormReply> = {},
      road: Awaited<ReturnType<typeof getRoad>> = null,
    ) => data({ reply: form.reply(more), kept: await listDraftFiles(ctx, ids), road }, { status: code });
    if (form.status === "error") return answer(form.code, fault ? { errors: { files: [fault] } } : {});
    if (fault) return answer(status, { errors: { files: [fault] } });
    const items = await itemsAsked(ctx, form.value);
    if (form.value.intent === "look") {
      const missing = await attempt(readAsked(ctx, askedOf(form.value, items, ids)));
      const more = missing.ok ? {} : { formErrors: namedReasons(missing) };
      return answer(200, more, await getRoad(ctx, { ...form.value, items }));
    }
    const asked = await attempt(
      askForAccess(ctx, askedOf(form.value, items, ids)).then(async (done) => {
        await dropDraft(ctx, form.value.commandId);
        return done;
      }),
    );
    if (!asked.ok) return answer(asked.status, { formErrors: namedReasons(asked) });
    return redirectWithFlash(paths.accessRequest(asked.value.number), "saved");
  });
};

export default function NewAccessRequest() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = w.accessPages.ask;
  return (
    <Page title={words.title} lead={words.lead} width="form" back={{ to: paths.access(), label: w.access.title }}>
      {page ? (
        <AskForm key={`${page.ward.id} ${page.commandId}`} page={page} {...answered} />
      ) : (
        <Empty title={words.noUnit} />
      )}
    </Page>
  );
}
