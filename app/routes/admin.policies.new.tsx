import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PolicyForm as PolicyFormView } from "#app/components/policies/policy-form.tsx";
import { useSpeech } from "#app/components/policies/use-speech.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { addPolicy } from "#app/domain/sla/policy-drafts.server.ts";
import { getPolicyFormPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { PolicyForm, typedPolicy } from "#app/routes/admin-policies-form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.policies.add };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return getPolicyFormPage(ctx, null, optionalId(new URL(args.request.url).searchParams.get("right")));
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, PolicyForm);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(addPolicy(ctx, typedPolicy(form.value)));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirect(paths.admin("policies"));
  });

export default function NewPolicy() {
  const w = useWords();
  const { policy, choices, names } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.policies.add}
      lead={w.policies.addLead}
      back={{ to: paths.admin("policies"), label: w.places.sections.policies }}
      width="form"
    >
      <PolicyFormView
        policy={policy ?? undefined}
        choices={choices}
        speech={useSpeech(names)}
        reply={useActionData<typeof action>()}
      />
    </Page>
  );
}
