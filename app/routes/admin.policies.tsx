import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DraftNotice } from "#app/components/policies/draft-notice.tsx";
import { cellNames, MatrixForm } from "#app/components/policies/matrix-form.tsx";
import { PolicyTable } from "#app/components/policies/policy-table.tsx";
import { PolicyTryOut } from "#app/components/policies/policy-try-out.tsx";
import { ReachWarnings } from "#app/components/policies/reach-warnings.tsx";
import { useSpeech } from "#app/components/policies/use-speech.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import * as drafts from "#app/domain/sla/policy-drafts.server.ts";
import { chooseMatrix } from "#app/domain/tickets/clocks/matrix.server.ts";
import { getPoliciesPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { shortKey } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { triedIn } from "#app/routes/admin-policies-asked.server.ts";
import { Matrix, matrixOf } from "#app/routes/admin-policies-matrix.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page, Section } from "#app/ui/page.tsx";

const Step = z.object({ intent: z.enum(["up", "down", "remove"]), id: shortKey });
const Back = z.object({ intent: z.enum(["undo", "discard"]) });
const PoliciesForm = z.discriminatedUnion("intent", [Step, Back, Matrix]);

export const handle = { title: (w: Words) => w.places.sections.policies };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { typed, number, facts } = triedIn(new URL(args.request.url).searchParams);
    const page = await getPoliciesPage(ctx, { number, facts });
    return { ...page, number: typed, unknown: number !== null && page.tried === null };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, PoliciesForm);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(change(ctx, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    const back = paths.admin("policies");
    return form.value.intent === "matrix" ? redirectWithFlash(back, "saved") : redirect(back);
  });

function change(ctx: PageCtx, typed: z.infer<typeof PoliciesForm>): Promise<void> {
  switch (typed.intent) {
    case "matrix":
      return chooseMatrix(ctx, { seen: typed.seen, matrix: matrixOf(typed) });
    case "undo":
      return drafts.undoPolicyStep(ctx);
    case "discard":
      return drafts.discardPolicyDraft(ctx);
    case "remove":
      return drafts.removePolicy(ctx, typed.id);
    default:
      return drafts.movePolicy(ctx, typed.id, typed.intent);
  }
}

export default function Policies() {
  const w = useWords();
  const words = w.policies;
  const { list, names, reach, draft, matrix, ...tryOut } = useLoaderData<typeof loader>();
  const speech = useSpeech(names);
  const reply = useActionData<typeof action>();
  const { problems } = useReply(reply, words.problems, cellNames(w));
  return (
    <Page
      title={w.places.sections.policies}
      lead={words.lead}
      actions={
        <>
          <ButtonLink to={paths.admin("policies/versions")} variant="quiet">
            {words.versions.title}
          </ButtonLink>
          <ButtonLink to={paths.admin("policies/new")}>{words.add}</ButtonLink>
        </>
      }
    >
      <div className="mb-6 grid gap-2 empty:hidden">
        <ErrorSummary problems={problems} />
        {draft && <DraftNotice draft={draft} />}
        <ReachWarnings reach={reach} speech={speech} />
      </div>
      <Section id="list" title={words.list}>
        <p className="max-w-text text-sm text-quiet">{words.listLead}</p>
        {list.length === 0 ? (
          <Empty title={words.none}>{words.noneHint}</Empty>
        ) : (
          <PolicyTable list={list} reach={reach} speech={speech} editable />
        )}
      </Section>
      <Section id="try" title={words.tryOut.title}>
        <PolicyTryOut {...tryOut} onDraft={draft !== null} speech={speech} />
      </Section>
      <Section id="matrix" title={w.settings.matrix}>
        <MatrixForm matrix={matrix} reply={reply} />
      </Section>
    </Page>
  );
}
