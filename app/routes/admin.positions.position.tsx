import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useNamed } from "#app/components/access/access-home-view.tsx";
import { PositionForm } from "#app/components/access/position-form.tsx";
import { UseAgainForm } from "#app/components/access/use-again-form.tsx";
import { HistoryLink } from "#app/components/audit/history-link.tsx";
import { listRights } from "#app/domain/access/catalogue.server.ts";
import { changePosition, getPosition, retirePosition } from "#app/domain/access/positions-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { count, id, line, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page, Section } from "#app/ui/page.tsx";

const version = count(1_000_000);
const rightIds = z.array(id).max(500).default([]);
const Doing = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), version, name: line(120), nameEn: optionalLine(120), rightIds }),
  z.object({ intent: z.enum(["retire", "bring-back"]), version }),
]);

export const handle = { title: (w: Words) => w.places.sections.positions };

/** Whoever comes second saves again over what the first has made of it. */
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { position: await getPosition(ctx, recordId(args.params)), rights: await listRights(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const position = recordId(args.params);
    const form = await parseForm(args.request, Doing);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(act(ctx, position, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`positions/${position}`), "saved");
  });

const act = (ctx: PageCtx, position: number, typed: z.infer<typeof Doing>) =>
  typed.intent === "change"
    ? changePosition(ctx, { ...typed, nameEn: typed.nameEn ?? "", id: position })
    : retirePosition(ctx, { id: position, version: typed.version, retire: typed.intent === "retire" });

export default function PositionPage() {
  const w = useWords();
  const named = useNamed();
  const { position, rights } = useLoaderData<typeof loader>();
  const words = w.accessCatalogue;
  return (
    <Page
      title={named(position)}
      back={{ to: paths.admin("positions"), label: w.places.sections.positions }}
      actions={<HistoryLink kind="position" id={position.id} />}
      width="form"
    >
      <PositionForm key={position.version} position={position} rights={rights} reply={useActionData<typeof action>()} />
      <Section id="retire" title={words.right.retire}>
        <UseAgainForm
          version={position.version}
          retired={position.retiredAt !== null}
          lead={words.position.retireLead}
        />
      </Section>
    </Page>
  );
}
