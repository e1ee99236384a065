import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkGone } from "#app/components/identity/link-gone.tsx";
import { NewPasswordForm } from "#app/components/identity/new-password-form.tsx";
import { withVisit } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { choose, showHolder } from "#app/routes/choose-password.server.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accounts.resetTitle };

/** The address holds the secret: no request from this page repeats it. */
export const headers: HeadersFunction = () => ({ "Referrer-Policy": "strict-origin" });

export const loader = (args: LoaderFunctionArgs) =>
  withVisit(args, (visit) => showHolder(visit, "password_reset", args.params.token ?? ""));

export const action = (args: ActionFunctionArgs) =>
  withVisit(args, (visit) =>
    choose(visit, "password_reset", { request: args.request, token: args.params.token ?? "" }),
  );

export default function ResetPassword() {
  const w = useWords();
  const { holder, ...shown } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problem = answered?.problem ?? shown.problem;
  if (problem || !holder) {
    const again = { to: paths.forgotPassword(), label: w.accounts.resetAgain };
    return <LinkGone problem={problem ?? "link_unknown"} again={again} />;
  }
  return (
    <Page title={w.accounts.resetTitle} lead={w.accounts.resetLead} width="form">
      <NewPasswordForm
        email={holder.email}
        label={w.me.nextPassword}
        submit={w.accounts.resetSubmit}
        reply={answered?.reply}
      />
    </Page>
  );
}
