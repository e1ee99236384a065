import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { HistoryLink } from "#app/components/audit/history-link.tsx";
import { DeliveryFacts } from "#app/components/deliveries/delivery-facts.tsx";
import { aboutOf } from "#app/components/deliveries/state-badge.tsx";
import { dropDelivery, getDelivery, resendDelivery } from "#app/domain/notifications/deliveries.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const Act = z.object({ intent: z.enum(["resend", "drop"]) });
const WITH_LINK = ["invitation", "password_reset", "address_confirm"];
const SETTLED = ["sent", "failed", "dropped"];
const DROPPABLE = ["waiting", "queued", "failed"];

function letterId({ id }: LoaderFunctionArgs["params"]): string {
  if (!z.uuid().safeParse(id).success) throw new Response(null, { status: 404 });
  return id ?? "";
}

export const handle = { title: (w: Words) => w.places.sections.deliveries };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { letter: await getDelivery(ctx, letterId(args.params)) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = letterId(args.params);
    const form = await parseForm(args.request, Act);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const resend = form.value.intent === "resend";
    const done = await attempt(resend ? resendDelivery(ctx, id) : dropDelivery(ctx, id));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`deliveries/${id}`), resend ? "letter_resent" : "letter_dropped");
  });

export default function Letter() {
  const w = useWords();
  const words = w.deliveries;
  const { letter } = useLoaderData<typeof loader>();
  const { problems } = useReply(useActionData<typeof action>(), words.problems);
  return (
    <Page
      title={aboutOf(letter, w)}
      back={{ to: paths.admin("deliveries"), label: w.places.sections.deliveries }}
      actions={<HistoryLink kind="delivery" id={letter.id} />}
      width="form"
    >
      <ErrorSummary problems={problems} />
      <DeliveryFacts letter={letter} />
      <Form method="post" className="mt-6 grid justify-items-start gap-3 border-t border-line pt-6">
        {SETTLED.includes(letter.state) && (
          <>
            <p className="max-w-text text-quiet">
              {words.resendLead} {WITH_LINK.includes(letter.purpose) && words.linkEnds}
            </p>
            <SubmitButton name="intent" value="resend" variant="secondary">
              {words.resend}
            </SubmitButton>
          </>
        )}
        {DROPPABLE.includes(letter.state) && (
          <SubmitButton name="intent" value="drop" variant="danger">
            {words.drop}
          </SubmitButton>
        )}
      </Form>
    </Page>
  );
}
