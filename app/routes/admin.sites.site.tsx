import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type SitePage, SiteView } from "#app/components/admin/site-view.tsx";
import { UNIT_KINDS } from "#app/domain/directory/site.ts";
import {
  getSite,
  listDepartmentsOfAllTime,
  listFormerNames,
  whatIsAt,
} from "#app/domain/directory/sites-admin.server.ts";
import { changeSite, orderDepartment } from "#app/domain/directory/sites-admin-changes.server.ts";
import { reopenSite } from "#app/domain/directory/sites-admin-ends.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { checkbox, count, day, id, line, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { dateIn } from "#app/lib/time.ts";

const version = count(1_000_000);
const Change = z.object({
  intent: z.literal("change"),
  version,
  unitKind: z.enum(UNIT_KINDS).optional(),
  name: line(120),
  formerArea: optionalLine(120),
  validFrom: day,
  keepOldName: checkbox,
});
const Reopen = z.object({ intent: z.literal("reopen"), version });
const Order = z.object({ intent: z.enum(["up", "down"]), id });
const SiteChange = z.discriminatedUnion("intent", [Change, Reopen, Order]);

export const handle = {
  title: (w: Words, loaded: unknown) => (loaded as SitePage | undefined)?.site.name ?? w.places.sections.sites, // safe because the loader below gives it
};
/** A form that came too late shows what the others made of it. */
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx): Promise<SitePage> => {
    requireAdmin(ctx.actor);
    const site = await getSite(ctx, recordId(args.params));
    const departments = site.kind === "ward" ? await listDepartmentsOfAllTime(ctx, site.id) : [];
    const formerNames = await listFormerNames(ctx, site.id);
    return { site, departments, formerNames, at: await whatIsAt(ctx, site.id), today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const site = recordId(args.params);
    const form = await parseForm(args.request, SiteChange);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(change(ctx, site, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`sites/${site}`), "saved");
  });

function change(ctx: PageCtx, site: number, typed: z.infer<typeof SiteChange>): Promise<void> {
  switch (typed.intent) {
    case "change": {
      const { intent: _, unitKind = null, formerArea = null, ...facts } = typed;
      return changeSite(ctx, { ...facts, id: site, unitKind, formerArea });
    }
    case "reopen":
      return reopenSite(ctx, { id: site, version: typed.version });
    default:
      return orderDepartment(ctx, { id: typed.id, direction: typed.intent });
  }
}

export default function Site() {
  return <SiteView page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
