import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AddressForm } from "#app/components/identity/address-form.tsx";
import { getPerson } from "#app/domain/directory/people.server.ts";
import { askForAddress } from "#app/domain/identity/address.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

const Change = z.object({ address: z.string().max(254), current: z.string().min(1).max(1024) });

export const handle = { title: (w: Words) => w.accounts.changeAddress };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => ({ email: (await getPerson(ctx, ctx.actor.personId)).email }));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Change);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(askForAddress(ctx, form.value));
    if (done.ok) return redirectWithFlash(paths.me(), "address_asked");
    const field = done.reason.startsWith("password_") ? "current" : "address";
    return data(form.reply({ errors: { [field]: [done.reason] } }), { status: done.status });
  });

export default function ChangeAddress() {
  const w = useWords();
  const { email } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.accounts.changeAddress}
      width="form"
      lead={w.accounts.changeAddressLead}
      back={{ to: paths.me(), label: w.me.title }}
    >
      <AddressForm email={email} reply={useActionData<typeof action>()} />
    </Page>
  );
}
