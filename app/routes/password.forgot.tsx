import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ForgotForm } from "#app/components/identity/forgot-form.tsx";
import { askForReset } from "#app/domain/identity/forgotten.server.ts";
import { withVisit } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { readMailAddress } from "#app/lib/mail-address.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

const Forgotten = z.object({ email: z.string().max(254) });

export const handle = { title: (w: Words) => w.accounts.forgotTitle };

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = (args: LoaderFunctionArgs) =>
  withVisit(args, async () => ({ sent: new URL(args.request.url).searchParams.has("sent") }));

export const action = (args: ActionFunctionArgs) =>
  withVisit(args, async (visit) => {
    const form = await parseForm(args.request, Forgotten);
    if (form.status === "error") return data({ reply: form.reply(), retryMinutes: 0 }, { status: form.code });
    const email = readMailAddress(form.value.email);
    if (!email)
      return data({ reply: form.reply({ errors: { email: ["malformed"] } }), retryMinutes: 0 }, { status: 422 });
    const asked = await askForReset(visit, email);
    if (asked.ok) return redirect(paths.forgotPasswordSent());
    return data(
      { reply: form.reply({ formErrors: ["limited"] }), retryMinutes: Math.ceil(asked.retryAfterSeconds / 60) },
      { status: 429, headers: { "Retry-After": String(asked.retryAfterSeconds) } },
    );
  });

export default function ForgotPassword() {
  const w = useWords();
  const { sent } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const back = { to: paths.login(), label: w.login.title };
  if (!sent || answered) {
    return (
      <Page title={w.accounts.forgotTitle} lead={w.accounts.forgotLead} width="form" back={back}>
        <ForgotForm reply={answered?.reply} retryMinutes={answered?.retryMinutes} />
      </Page>
    );
  }
  return (
    <Page title={w.accounts.askedTitle} width="form" back={back}>
      <div className="grid justify-items-start gap-4">
        <p className="max-w-text">{w.accounts.askedWhat}</p>
        <p className="max-w-text">{w.accounts.askedNext}</p>
        <ButtonLink to={paths.forgotPassword()}>{w.accounts.askAgain}</ButtonLink>
      </div>
    </Page>
  );
}
