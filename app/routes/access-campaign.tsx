import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CampaignView } from "#app/components/access/campaign-view.tsx";
import { getCampaign } from "#app/domain/access/campaign-page.server.ts";
import { endCampaign, leaveOut } from "#app/domain/access/campaigns.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPlans.campaigns.title };

const Doing = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("leave-out"), siteId: id, why: line(200) }),
]);

export const loader = (args: LoaderFunctionArgs) => withContext(args, (ctx) => getCampaign(ctx, recordId(args.params)));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const campaign = recordId(args.params);
    await getCampaign(ctx, campaign);
    const form = await parseForm(args.request, Doing);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const typed = form.value;
    const done = await attempt(
      typed.intent === "end" ? endCampaign(ctx, campaign) : leaveOut(ctx, campaign, typed.siteId, typed.why),
    );
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(accessPaths.accessCampaign(campaign), "saved");
  });

export default function Campaign() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const words = w.accessPlans.campaigns;
  return (
    <Page
      title={page.title}
      lead={[
        words.started(page.startedBy, formatDate(page.startedAt)),
        page.endedAt && words.ended(formatDate(page.endedAt)),
      ]
        .filter(Boolean)
        .join(", ")}
      back={{ to: accessPaths.accessCampaigns(), label: words.title }}
    >
      <CampaignView page={page} reply={useActionData<typeof action>()} />
    </Page>
  );
}
