import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DropForm } from "#app/components/access/drop-form.tsx";
import { TrailView } from "#app/components/access/trail-view.tsx";
import { dropRecorded, mayDrop } from "#app/domain/access/recording.server.ts";
import { findEntitlement } from "#app/domain/access/register-page.server.ts";
import { getTrail } from "#app/domain/access/trail.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessRegister.trail.title };

const Mistake = z.object({ why: line(200) });

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const trail = await getTrail(ctx, recordId(args.params), ctx.lang);
    const { siteId, ticketNumber, endedAt } = trail.entitlement;
    return { trail, mayDrop: mayDrop(ctx, { siteId, byHand: ticketNumber === null, ended: endedAt !== null }) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const id = recordId(args.params);
    await findEntitlement(ctx, id);
    const form = await parseForm(args.request, Mistake);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const dropped = await attempt(dropRecorded(ctx, id, form.value.why));
    if (!dropped.ok) return data(form.reply({ formErrors: [dropped.reason] }), { status: dropped.status });
    return redirectWithFlash(accessPaths.register(), "saved");
  });

export default function Entitlement() {
  const w = useWords();
  const { trail, mayDrop } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={trail.entitlement.person} back={{ to: accessPaths.register(), label: w.accessRegister.title }}>
      <TrailView trail={trail} />
      {mayDrop && <DropForm reply={reply} />}
    </Page>
  );
}
