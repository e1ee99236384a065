import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NamesForm } from "#app/components/admin/names-form.tsx";
import { listTeams } from "#app/domain/directory/catalog.server.ts";
import { addSystem } from "#app/domain/directory/systems-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id, line, shortKey } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

const System = z.object({ name: line(120), nameEn: line(120), key: shortKey, teamId: id });

export const handle = { title: (w: Words) => w.places.system.add };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { teams: await listTeams(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, System);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const added = await attempt(addSystem(ctx, form.value));
    if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
    return redirectWithFlash(paths.admin(`systems/${added.value}`), "saved");
  });

export default function NewSystem() {
  const w = useWords();
  const { teams } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.places.system.add}
      lead={w.places.system.addLead}
      back={{ to: paths.admin("systems"), label: w.places.sections.systems }}
      width="form"
    >
      <NamesForm
        names={{ name: "", nameEn: "" }}
        teams={{ choices: teams, chosen: null }}
        reply={useActionData<typeof action>()}
      />
    </Page>
  );
}
