import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { LinkGone } from "#app/components/identity/link-gone.tsx";
import { confirmAddress, findNewAddress } from "#app/domain/identity/address.server.ts";
import { asLinkProblem } from "#app/domain/identity/links.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withVisit } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const GONE = 410;

export const handle = { title: (w: Words) => w.accounts.confirmTitle };

/** The address holds the secret: no request from this page repeats it. */
export const headers: HeadersFunction = () => ({ "Referrer-Policy": "strict-origin" });

export const loader = (args: LoaderFunctionArgs) =>
  withVisit(args, async (visit) => {
    const found = await findNewAddress(visit, args.params.token ?? "");
    if (typeof found === "string") return data({ problem: found, address: "" }, { status: GONE });
    return data({ problem: null, address: found.address });
  });

/** The link is the proof, so it may be opened where nobody is signed in. */
export const action = (args: ActionFunctionArgs) =>
  withVisit(args, async (visit) => {
    const done = await attempt(confirmAddress(visit, args.params.token ?? ""));
    if (done.ok) return redirectWithFlash(visit.signedIn ? paths.me() : paths.login(), "address_changed");
    const problem = asLinkProblem(done.reason);
    return data({ problem, taken: !problem }, { status: problem ? GONE : done.status });
  });

export default function ConfirmAddress() {
  const w = useWords();
  const shown = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problem = answered?.problem ?? shown.problem;
  if (problem) {
    return <LinkGone problem={problem} again={{ to: paths.ownAddress(), label: w.accounts.addressAgain }} />;
  }
  return (
    <Page title={w.accounts.confirmTitle} width="form" lead={w.accounts.confirmLead(shown.address)}>
      <Form method="post" className="grid justify-items-start gap-4">
        {answered?.taken && <Notice tone="bad">{w.accounts.addressTaken}</Notice>}
        <SubmitButton>{w.accounts.confirmSubmit}</SubmitButton>
      </Form>
    </Page>
  );
}
