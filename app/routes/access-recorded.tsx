import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RecordForm } from "#app/components/access/record-form.tsx";
import { listRights } from "#app/domain/access/catalogue.server.ts";
import { listKeptWards, recordEntitlement } from "#app/domain/access/recording.server.ts";
import { listColleagues } from "#app/domain/directory/people.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { checkbox, day, id, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessTasks.record.title };

const Held = z.object({
  ...{ siteId: id, personId: id, rightId: id, position: optionalLine(120), from: day, until: day.optional() },
  ...{ decisionNumber: optionalLine(120), decisionDate: day.optional(), seen: checkbox },
});

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const wards = await listKeptWards(ctx);
    const wish = Number(new URL(args.request.url).searchParams.get("siteId"));
    const ward = wards.find((one) => one.id === wish) ?? wards[0];
    if (!ward) return null;
    const colleagues = (await listColleagues(ctx, ward.id)).filter((one) => one.id !== ctx.actor.personId);
    return { ward, wards, colleagues, rights: await listRights(ctx), today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Held);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { decisionNumber, decisionDate, position = "", until = null, ...typed } = form.value;
    const basis = { decisionNumber, decisionDate };
    const recorded = await attempt(recordEntitlement(ctx, { ...typed, position, until, basis }));
    if (!recorded.ok) return data(form.reply({ formErrors: [recorded.reason] }), { status: recorded.status });
    return redirectWithFlash(accessPaths.entitlement(recorded.value), "saved");
  });

export default function RecordedRight() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = w.accessTasks.record;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: accessPaths.register(), label: w.accessRegister.title }}
      width="form"
    >
      {page ? <RecordForm key={page.ward.id} page={page} reply={reply} /> : <Empty title={words.noUnit} />}
    </Page>
  );
}
