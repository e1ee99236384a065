import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PolicyReviewView } from "#app/components/policies/policy-review-view.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { renewPolicyDraft } from "#app/domain/sla/policy-drafts.server.ts";
import { LONGEST_WHY } from "#app/domain/sla/policy-list.ts";
import { savePolicies } from "#app/domain/tickets/clocks/policies-admin.server.ts";
import { getPolicyReview } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { line, moment } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page } from "#app/ui/page.tsx";

const Save = z.object({ intent: z.literal("save"), seen: moment, why: line(LONGEST_WHY) });
const Renew = z.object({ intent: z.literal("renew") });
const ReviewForm = z.discriminatedUnion("intent", [Save, Renew]);

export const handle = { title: (w: Words) => w.policies.review.title };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { review: await getPolicyReview(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, ReviewForm);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const typed = form.value;
    const done = await attempt<unknown>(typed.intent === "save" ? savePolicies(ctx, typed) : renewPolicyDraft(ctx));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    if (typed.intent === "save") return redirectWithFlash(paths.admin("policies"), "saved");
    return redirect(paths.admin("policies/review"));
  });

export default function ReviewPolicies() {
  const w = useWords();
  const { review } = useLoaderData<typeof loader>();
  const said = useReply(useActionData<typeof action>(), w.policies.problems);
  return (
    <Page
      title={w.policies.review.title}
      lead={w.policies.review.lead}
      back={{ to: paths.admin("policies"), label: w.places.sections.policies }}
    >
      <ErrorSummary problems={said.problems} />
      {review ? <PolicyReviewView review={review} said={said} /> : <Empty title={w.policies.problems.no_draft} />}
    </Page>
  );
}
