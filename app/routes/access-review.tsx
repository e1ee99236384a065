import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ReviewView } from "#app/components/access/review-view.tsx";
import { dayText } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import { getReview } from "#app/domain/access/review-page.server.ts";
import { saveReview } from "#app/domain/access/reviews.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessTasks.review.start };

const Verdicts = z.object({
  intent: z.enum(["save", "finish"]),
  revoke: z.array(id).max(280, "too_many_items").default([]),
  why: optionalLine(200),
});

export const loader = (args: LoaderFunctionArgs) => withContext(args, (ctx) => getReview(ctx, recordId(args.params)));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const review = recordId(args.params);
    await getReview(ctx, review);
    const form = await parseForm(args.request, Verdicts);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { intent, revoke, why = "" } = form.value;
    const saved = await attempt(saveReview(ctx, review, { revoke, why, finish: intent === "finish" }));
    if (!saved.ok) return data(form.reply({ formErrors: [saved.reason] }), { status: saved.status });
    return redirectWithFlash(accessPaths.accessReview(review), "saved");
  });

export default function Review() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const words = w.accessTasks.review;
  return (
    <Page
      title={`${words.title(page.year)} · ${placeName(page.ward, w)}`}
      lead={page.doneAt ? undefined : `${words.lead} ${words.due(dayText(page.dueOn))}.`}
      back={{ to: paths.access(), label: w.access.title }}
    >
      <ReviewView page={page} reply={useActionData<typeof action>()} />
    </Page>
  );
}
