import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DelegationsView } from "#app/components/access/delegations-view.tsx";
import { delegate, endDelegation, getDelegationsPage } from "#app/domain/access/delegations.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { day, id, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessRegister.delegations.title };

const Doing = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), toId: id, from: day, until: day, why: line(200) }),
  z.object({ intent: z.literal("end"), id }),
]);

/** An admin sets it for somebody who is away: `?of=12`. */
const whose = ({ url }: Request) =>
  id
    .optional()
    .catch(undefined)
    .parse(new URL(url).searchParams.get("of") ?? undefined);

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => getDelegationsPage(ctx, whose(args.request)));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Doing);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const [typed, fromId] = [form.value, whose(args.request)];
    const done = await attempt(
      typed.intent === "make" ? delegate(ctx, { ...typed, fromId }) : endDelegation(ctx, typed.id, fromId),
    );
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.myDelegations({ of: fromId }), "saved");
  });

export default function MyDelegations() {
  const w = useWords();
  const words = w.accessRegister.delegations;
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={page.of ? words.of(page.of.name) : words.title}
      lead={words.lead}
      back={{ to: paths.access(), label: w.access.title }}
    >
      <DelegationsView page={page} reply={useActionData<typeof action>()} />
    </Page>
  );
}
