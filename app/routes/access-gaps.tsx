import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { GapForm } from "#app/components/access/gap-form.tsx";
import { MostMissing } from "#app/components/access/most-missing.tsx";
import { UnitChoice } from "#app/components/access/unit-choice.tsx";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { runsCampaigns } from "#app/domain/access/campaigns.server.ts";
import { itemsOf, listGaps, listGapWards, listMostMissing, listOwnGaps } from "#app/domain/access/gaps.server.ts";
import { MOST_ITEMS } from "#app/domain/access/request.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { checkbox, commandId, day, id, lines, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { namedReasons } from "#app/http/named-refusal.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessPlans.gaps.title };

const Asked = z.object({
  ...{ commandId, siteId: id, tries: lines(2_000), until: day.optional() },
  pairs: z
    .array(z.string().regex(/^\d{1,10}:\d{1,10}$/, "malformed"))
    .min(1, "nothing_asked")
    .max(MOST_ITEMS, "too_many_items"),
  ...{
    decisionNumber: optionalLine(120),
    decisionDate: day.optional(),
    regulation: optionalLine(200),
    undertaking: checkbox,
  },
});

/** Of a unit whose register this reader sees, or else their own. */
async function gapsOf(ctx: PageCtx, wished: number) {
  const wards = await listGapWards(ctx);
  const ward = wards.find(({ id: one }) => one === wished) ?? wards[0] ?? null;
  const city = wards.length > 1 && !wards.some(({ id: one }) => one === wished);
  return { wards, ward, city, gaps: city ? [] : ward ? await listGaps(ctx, ward.id) : await listOwnGaps(ctx) };
}

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const found = await gapsOf(ctx, Number(new URL(args.request.url).searchParams.get("siteId")));
    const missing = found.city ? await listMostMissing(ctx) : [];
    return { ...found, missing, mayStart: runsCampaigns(ctx.actor), commandId: randomUUID() };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Asked);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { commandId: command, siteId, pairs, tries, until = null, undertaking, ...basis } = form.value;
    const { decisionNumber, decisionDate, regulation } = basis;
    const asked = await attempt(
      gapsOf(ctx, siteId).then(({ gaps }) =>
        askForAccess(ctx, {
          ...{ commandId: command, siteId, items: itemsOf(ctx, gaps, pairs, until), tries, fails: "", fileIds: [] },
          basis: { decisionNumber, decisionDate, regulation, ...(undertaking && { undertaking }) },
          ...{ impact: "one_person", urgency: "today" },
        }),
      ),
    );
    if (!asked.ok) return data(form.reply({ formErrors: namedReasons(asked) }), { status: asked.status });
    return redirectWithFlash(paths.accessRequest(asked.value.number), "saved");
  });

export default function Gaps() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = w.accessPlans.gaps;
  return (
    <Page title={words.title} lead={words.lead} back={{ to: paths.access(), label: w.access.title }}>
      {page.wards.length > 1 && (
        <UnitChoice ward={page.city ? null : page.ward} wards={page.wards} everywhere={words.everywhere} />
      )}
      {page.city ? (
        <MostMissing rows={page.missing} mayStart={page.mayStart} />
      ) : page.gaps.length === 0 ? (
        <Empty title={words.none}>{words.noneHint}</Empty>
      ) : (
        <GapForm gaps={page.gaps} commandId={page.commandId} reply={reply} />
      )}
    </Page>
  );
}
