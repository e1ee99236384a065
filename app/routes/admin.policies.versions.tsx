import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Pager } from "#app/components/admin/pager.tsx";
import { PolicyVersionView } from "#app/components/policies/policy-version-view.tsx";
import { VersionTable } from "#app/components/policies/version-table.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { takeUpPolicyVersion } from "#app/domain/sla/policy-drafts.server.ts";
import { listPolicyVersions } from "#app/domain/sla/policy-versions.server.ts";
import { getPolicyVersionPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page, Section } from "#app/ui/page.tsx";

const PutBack = z.object({ intent: z.literal("put-back"), version: id });

export const handle = { title: (w: Words) => w.policies.versions.title };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { searchParams: search } = new URL(args.request.url);
    const listed = await listPolicyVersions(ctx, optionalId(search.get("after")) ?? null);
    const asked = optionalId(search.get("version")) ?? null;
    return { listed, page: await getPolicyVersionPage(ctx, asked) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, PutBack);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(takeUpPolicyVersion(ctx, form.value.version));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirect(paths.admin("policies/review"));
  });

export default function PolicyVersions() {
  const w = useWords();
  const { listed, page } = useLoaderData<typeof loader>();
  const { problems } = useReply(useActionData<typeof action>(), w.policies.problems);
  return (
    <Page
      title={w.policies.versions.title}
      lead={w.policies.versions.lead}
      back={{ to: paths.admin("policies"), label: w.places.sections.policies }}
    >
      <ErrorSummary problems={problems} />
      <Section id="versions" title={w.policies.versions.all}>
        <VersionTable rows={listed.rows} shown={page.version.version} current={page.current} />
        <Pager next={listed.next} />
      </Section>
      <PolicyVersionView page={page} />
    </Page>
  );
}
