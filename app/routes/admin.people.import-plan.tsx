import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ImportDone } from "#app/components/people/import-done.tsx";
import { ImportPlan } from "#app/components/people/import-plan.tsx";
import { OUTCOMES } from "#app/domain/policy/people-columns.ts";
import { doImport, getImport } from "#app/domain/policy/people-import.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { checkbox } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page } from "#app/ui/page.tsx";

const LINES = 200;
const Doing = z.object({ hash: z.string().regex(/^[\w-]{43}$/, "malformed"), invite: checkbox });
const Id = z.uuid();

export const handle = { title: (w: Words) => w.peopleImport.title };
/** A plan that is another one by now is shown anew. */
export const shouldRevalidate = () => true;

function importId(params: Record<string, string | undefined>): string {
  const id = Id.safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { searchParams } = new URL(args.request.url);
    const only = OUTCOMES.find((outcome) => outcome === searchParams.get("only")) ?? null;
    const after = optionalId(searchParams.get("after")) ?? 0;
    const { plan, ...kept } = await getImport(ctx, importId(args.params));
    if (!plan) return { kept, plan: null };
    const { lines, counts, hash } = plan;
    const asked = lines.filter(({ line, outcome }) => line > after && (only === null || outcome === only));
    const shown = asked.slice(0, LINES);
    const next = asked.length > LINES ? (shown.at(-1)?.line ?? null) : null;
    return { kept, plan: { counts, hash, only, lines: shown, next, all: lines.length } };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = importId(args.params);
    const form = await parseForm(args.request, Doing);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(doImport(ctx, { id, hash: form.value.hash, invite: form.value.invite }));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirect(paths.admin(`people/import/${id}`));
  });

export default function PlannedImport() {
  const w = useWords();
  const { kept, plan } = useLoaderData<typeof loader>();
  const { problems } = useReply(useActionData<typeof action>(), w.people.refused);
  const words = w.peopleImport;
  return (
    <Page
      title={plan ? words.planTitle(kept.name) : words.doneTitle}
      lead={plan ? words.planLead : undefined}
      width="full"
      back={{ to: paths.admin("people/import"), label: words.title }}
    >
      <div className="mb-4 empty:hidden">{problems.length > 0 && <ErrorSummary problems={problems} />}</div>
      {plan ? <ImportPlan plan={plan} ignored={kept.ignored} /> : kept.result && <ImportDone result={kept.result} />}
    </Page>
  );
}
