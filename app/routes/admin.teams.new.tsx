import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { NamesForm } from "#app/components/admin/names-form.tsx";
import { addTeam } from "#app/domain/directory/teams-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { line, shortKey } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

const Team = z.object({ name: line(120), nameEn: line(120), key: shortKey });

export const handle = { title: (w: Words) => w.places.team.add };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return null;
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, Team);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const added = await attempt(addTeam(ctx, form.value));
    if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
    return redirectWithFlash(paths.admin(`teams/${added.value}`), "saved");
  });

export default function NewTeam() {
  const w = useWords();
  return (
    <Page
      title={w.places.team.add}
      lead={w.places.team.addLead}
      back={{ to: paths.admin("teams"), label: w.places.sections.teams }}
      width="form"
    >
      <NamesForm names={{ name: "", nameEn: "" }} reply={useActionData<typeof action>()} />
    </Page>
  );
}
