import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SystemList } from "#app/components/admin/system-list.tsx";
import { listAllSystems, orderSystem } from "#app/domain/directory/systems-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";

const Order = z.object({ intent: z.enum(["up", "down"]), id });

export const handle = { title: (w: Words) => w.places.sections.systems };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { rows: await listAllSystems(ctx), now: ctx.now };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, Order);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await orderSystem(ctx, { id: form.value.id, direction: form.value.intent });
    return redirectWithFlash(paths.admin("systems"), "saved");
  });

export default function Systems() {
  const w = useWords();
  const { rows, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() !== undefined;
  return (
    <Page
      title={w.places.sections.systems}
      lead={w.places.system.lead}
      actions={<ButtonLink to={paths.admin("systems/new")}>{w.places.system.add}</ButtonLink>}
    >
      <ErrorSummary problems={refused ? [{ message: w.places.problems.malformed }] : []} />
      <SystemList rows={rows} now={now} />
    </Page>
  );
}
