import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PositionForm } from "#app/components/access/position-form.tsx";
import { listRights } from "#app/domain/access/catalogue.server.ts";
import { addPosition } from "#app/domain/access/positions-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id, line, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

const Position = z.object({
  ...{ name: line(120), nameEn: optionalLine(120), rightIds: z.array(id).max(500).default([]) },
});

export const handle = { title: (w: Words) => w.accessCatalogue.position.add };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { rights: await listRights(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, Position);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { nameEn = "", ...facts } = form.value;
    const added = await attempt(addPosition(ctx, { ...facts, nameEn }));
    if (!added.ok) return data(form.reply({ formErrors: [added.reason] }), { status: added.status });
    return redirectWithFlash(paths.admin(`positions/${added.value}`), "saved");
  });

export default function NewPosition() {
  const w = useWords();
  return (
    <Page
      title={w.accessCatalogue.position.add}
      back={{ to: paths.admin("positions"), label: w.places.sections.positions }}
      width="form"
    >
      <PositionForm position={null} {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
    </Page>
  );
}
