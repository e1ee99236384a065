import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EndForm } from "#app/components/admin/end-form.tsx";
import { StillThere } from "#app/components/admin/still-there.tsx";
import { placeName } from "#app/components/place-name.ts";
import { listWards } from "#app/domain/directory/catalog.server.ts";
import { getSite, whatIsAt } from "#app/domain/directory/sites-admin.server.ts";
import { endSite } from "#app/domain/directory/sites-admin-ends.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { count, day, id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Page, Section } from "#app/ui/page.tsx";

const End = z.object({ version: count(1_000_000), on: day, mergedIntoId: id.optional() });

export const handle = { title: (w: Words) => w.places.site.end.open };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const site = await getSite(ctx, recordId(args.params));
    const units = site.kind === "ward" ? (await listWards(ctx)).filter((unit) => unit.id !== site.id) : [];
    return { site, units, at: await whatIsAt(ctx, site.id), today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const site = recordId(args.params);
    const form = await parseForm(args.request, End);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(endSite(ctx, { ...form.value, id: site }));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`sites/${site}`), "saved");
  });

export default function EndSite() {
  const w = useWords();
  const { site, units, at, today } = useLoaderData<typeof loader>();
  const { end, there } = w.places.site;
  return (
    <Page
      title={end.pageTitle(placeName(site, w))}
      lead={site.kind === "ward" ? end.unitLead : end.departmentLead}
      back={{ to: paths.admin(`sites/${site.id}`), label: placeName(site, w) }}
      width="form"
    >
      <Section id="there" title={there}>
        <StillThere at={at} />
        <p className="max-w-text text-quiet">{end.settleFirst}</p>
      </Section>
      <Section id="end" title={end.when}>
        <EndForm site={site} units={units} today={today} reply={useActionData<typeof action>()} />
      </Section>
    </Page>
  );
}
