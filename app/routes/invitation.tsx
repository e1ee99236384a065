import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkGone } from "#app/components/identity/link-gone.tsx";
import { NewPasswordForm } from "#app/components/identity/new-password-form.tsx";
import { describePost } from "#app/components/identity/post.ts";
import { withVisit } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { choose, showHolder } from "#app/routes/choose-password.server.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accounts.invitationPlain };

/** The address holds the secret: no request from this page repeats it. */
export const headers: HeadersFunction = () => ({ "Referrer-Policy": "strict-origin" });

export const loader = (args: LoaderFunctionArgs) =>
  withVisit(args, (visit) => showHolder(visit, "invitation", args.params.token ?? ""));

export const action = (args: ActionFunctionArgs) =>
  withVisit(args, (visit) => choose(visit, "invitation", { request: args.request, token: args.params.token ?? "" }));

export default function Invitation() {
  const w = useWords();
  const { holder, ...shown } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problem = answered?.problem ?? shown.problem;
  if (problem || !holder) {
    return (
      <LinkGone
        problem={problem ?? "link_unknown"}
        again={{ to: paths.forgotPassword(), label: w.accounts.invitationAgain }}
      >
        <p className="max-w-text">{w.accounts.invitationHelp}</p>
      </LinkGone>
    );
  }
  const post = describePost(w, holder);
  return (
    <Page title={w.accounts.invitationTitle(holder.fullName)} lead={post || undefined} width="form">
      <p className="mb-6 max-w-text">{w.accounts.invitationLead}</p>
      <NewPasswordForm
        email={holder.email}
        label={w.accounts.password}
        submit={w.accounts.invitationSubmit}
        reply={answered?.reply}
      />
    </Page>
  );
}
