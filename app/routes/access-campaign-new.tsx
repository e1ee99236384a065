import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CampaignForm } from "#app/components/access/campaign-form.tsx";
import { runsCampaigns, startCampaign } from "#app/domain/access/campaigns.server.ts";
import { listRights } from "#app/domain/access/catalogue.server.ts";
import { listPositionChoices } from "#app/domain/access/positions-admin.server.ts";
import { listWards } from "#app/domain/directory/catalog.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { checkbox, day, id, line, lines, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DomainError } from "#app/lib/domain-error.ts";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPlans.campaigns.add };

const Campaign = z.object({
  ...{ title: line(160), why: lines(2_000), tries: lines(2_000), positionId: id.optional() },
  ...{ rightIds: z.array(id).max(20, "too_many_items").default([]), siteIds: z.array(id).max(250).default([]) },
  ...{ decisionNumber: optionalLine(120), decisionDate: day.optional(), regulation: optionalLine(200) },
  undertaking: checkbox,
});
const Wish = z.object({ positionId: id.optional().catch(undefined), rightId: id.optional().catch(undefined) });

function requireCity(ctx: PageCtx): void {
  if (!runsCampaigns(ctx.actor)) throw new DomainError("not_found", "campaign");
}

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireCity(ctx);
    const wish = Wish.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    return {
      wish,
      rights: await listRights(ctx),
      positions: await listPositionChoices(ctx),
      wards: await listWards(ctx),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireCity(ctx);
    const form = await parseForm(args.request, Campaign);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { title, why, tries, positionId, rightIds, siteIds, decisionNumber, decisionDate, regulation, undertaking } =
      form.value;
    const who = positionId === undefined ? ({ each: "department" } as const) : { positionId };
    const basis = { decisionNumber, decisionDate, regulation, ...(undertaking && { undertaking }) };
    const template = { rightIds, who, tries, fails: "", basis };
    const started = await attempt(startCampaign(ctx, { title, why, siteIds, template }));
    if (!started.ok) return data(form.reply({ formErrors: [started.reason] }), { status: started.status });
    return redirectWithFlash(accessPaths.accessCampaign(started.value), "saved");
  });

export default function NewCampaign() {
  const w = useWords();
  const words = w.accessPlans.campaigns;
  return (
    <Page
      title={words.add}
      lead={words.lead}
      back={{ to: accessPaths.accessCampaigns(), label: words.title }}
      width="form"
    >
      <CampaignForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
    </Page>
  );
}
