import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RightForm } from "#app/components/access/right-form.tsx";
import { addRight } from "#app/domain/access/catalogue-admin.server.ts";
import { listPositionChoices } from "#app/domain/access/positions-admin.server.ts";
import { listSystems, listTeams } from "#app/domain/directory/catalog.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { factsFrom, Right } from "#app/routes/access-right-form.server.ts";
import { Page } from "#app/ui/page.tsx";

const NewRight = Right.extend({ systemId: id });

export const handle = { title: (w: Words) => w.accessCatalogue.right.add };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { systems: await listSystems(ctx), teams: await listTeams(ctx), positions: await listPositionChoices(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, NewRight);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const added = await attempt(addRight(ctx, { ...factsFrom(form.value), systemId: form.value.systemId }));
    if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
    return redirectWithFlash(paths.admin(`rights/${added.value}`), "saved");
  });

export default function NewRightPage() {
  const w = useWords();
  const words = w.accessCatalogue.right;
  return (
    <Page
      title={words.add}
      lead={words.addLead}
      back={{ to: paths.admin("rights"), label: w.places.sections.rights }}
      width="form"
    >
      <RightForm
        right={null}
        names={{ people: {}, positions: {} }}
        {...useLoaderData<typeof loader>()}
        reply={useActionData<typeof action>()}
      />
    </Page>
  );
}
