import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskForm } from "#app/components/access/ask-form.tsx";
import { changeRequest } from "#app/domain/access/asking.server.ts";
import { getChangePage } from "#app/domain/access/change-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { namedReasons } from "#app/http/named-refusal.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { ticketNumber } from "#app/http/ticket-number.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Ask, basisOf } from "#app/routes/access-ask-form.server.ts";
import { itemsAsked } from "#app/routes/access-items.server.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPages.ask.change };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => getChangePage(ctx, ticketNumber(args.params)));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const number = ticketNumber(args.params);
    await getChangePage(ctx, number);
    const form = await parseForm(args.request, Ask);
    if (form.status === "error") return data({ reply: form.reply() }, { status: form.code });
    const { commandId, version, tries, fails } = form.value;
    const items = await itemsAsked(ctx, form.value);
    const target = { number, version, commandId };
    const changed = await attempt(changeRequest(ctx, target, { items, tries, fails, basis: basisOf(form.value) }));
    if (!changed.ok)
      return data({ reply: form.reply({ formErrors: namedReasons(changed) }) }, { status: changed.status });
    return redirectWithFlash(paths.accessRequest(number), "saved");
  });

export default function ChangeRequest() {
  const w = useWords();
  const { page, version, number } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = w.accessPages.ask;
  return (
    <Page
      title={`${words.change} · ${number}`}
      lead={words.changeLead}
      width="form"
      back={{ to: paths.accessRequest(number), label: w.access.request }}
    >
      <AskForm page={page} changed={{ number, version }} {...answered} />
    </Page>
  );
}
