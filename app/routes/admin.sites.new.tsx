import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SiteForm } from "#app/components/admin/site-form.tsx";
import { placeName } from "#app/components/place-name.ts";
import { UNIT_KINDS } from "#app/domain/directory/site.ts";
import { getSite } from "#app/domain/directory/sites-admin.server.ts";
import { addDepartment, addUnit } from "#app/domain/directory/sites-admin-changes.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { day, line, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Page } from "#app/ui/page.tsx";

const Department = z.object({ name: line(120), validFrom: day });
const Unit = Department.extend({ unitKind: z.enum(UNIT_KINDS), formerArea: optionalLine(120) });

export const handle = { title: (w: Words) => w.places.sites.add };

/** The unit that a new department is for; without one it is a unit that is added. */
const unitIn = (request: Request) => optionalId(new URL(request.url).searchParams.get("in"));

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = unitIn(args.request);
    return { unit: id === undefined ? null : await getSite(ctx, id), today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const unitId = unitIn(args.request);
    if (unitId === undefined) {
      const form = await parseForm(args.request, Unit);
      if (form.status === "error") return data(form.reply(), { status: form.code });
      const added = await attempt(addUnit(ctx, form.value));
      if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
      return redirectWithFlash(paths.admin(`sites/${added.value}`), "saved");
    }
    const form = await parseForm(args.request, Department);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const added = await attempt(addDepartment(ctx, { ...form.value, unitId }));
    if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
    return redirectWithFlash(paths.admin(`sites/${unitId}`), "saved");
  });

export default function NewSite() {
  const w = useWords();
  const { unit, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const nothing = { name: "", unitKind: null, formerArea: null, validFrom: today };
  return (
    <Page
      title={unit ? w.places.site.departments.add : w.places.sites.add}
      lead={unit ? placeName(unit, w) : w.places.sites.addLead}
      back={
        unit
          ? { to: paths.admin(`sites/${unit.id}`), label: placeName(unit, w) }
          : { to: paths.admin("sites"), label: w.places.sections.sites }
      }
      width="form"
    >
      <SiteForm unit={unit === null} site={nothing} reply={reply} />
    </Page>
  );
}
