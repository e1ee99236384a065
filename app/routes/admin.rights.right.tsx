import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ConflictList } from "#app/components/access/conflict-list.tsx";
import { RightForm } from "#app/components/access/right-form.tsx";
import { RightPromises } from "#app/components/access/right-promises.tsx";
import { UseAgainForm } from "#app/components/access/use-again-form.tsx";
import { HistoryLink } from "#app/components/audit/history-link.tsx";
import { listRights } from "#app/domain/access/catalogue.server.ts";
import { changeRight, getRight, retireRight } from "#app/domain/access/catalogue-admin.server.ts";
import { addConflict, listConflictsOf, removeConflict } from "#app/domain/access/duties-admin.server.ts";
import { listPositionChoices } from "#app/domain/access/positions-admin.server.ts";
import { listTeams } from "#app/domain/directory/catalog.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { listPromisesOf } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { id, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { factsFrom, Right, version } from "#app/routes/access-right-form.server.ts";
import { Page, Section } from "#app/ui/page.tsx";

const Doing = z.discriminatedUnion("intent", [
  Right.extend({ intent: z.literal("change"), version }),
  z.object({ intent: z.enum(["retire", "bring-back"]), version }),
  z.object({ intent: z.literal("add-conflict"), otherId: id, reason: line(200) }),
  z.object({ intent: z.literal("remove-conflict"), otherId: id }),
]);

export const handle = { title: (w: Words) => w.places.sections.rights };

/** Whoever comes second saves again over what the first has made of it. */
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const rightId = recordId(args.params);
    const { right, system, names } = await getRight(ctx, rightId);
    return {
      ...{ right, system, names, teams: await listTeams(ctx), positions: await listPositionChoices(ctx) },
      promises: await listPromisesOf(ctx, rightId),
      conflicts: await listConflictsOf(ctx, rightId),
      others: (await listRights(ctx)).filter((one) => one.id !== rightId),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const right = recordId(args.params);
    const form = await parseForm(args.request, Doing);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(act(ctx, right, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`rights/${right}`), "saved");
  });

function act(ctx: PageCtx, right: number, typed: z.infer<typeof Doing>): Promise<void> {
  switch (typed.intent) {
    case "change":
      return changeRight(ctx, { ...factsFrom(typed), id: right, version: typed.version });
    case "retire":
    case "bring-back":
      return retireRight(ctx, { id: right, version: typed.version, retire: typed.intent === "retire" });
    case "add-conflict":
      return addConflict(ctx, right, typed.otherId, typed.reason);
    case "remove-conflict":
      return removeConflict(ctx, right, typed.otherId);
  }
}

export default function RightPage() {
  const w = useWords();
  const lang = useLang();
  const { right, system, names, teams, positions, conflicts, others, promises } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = w.accessCatalogue.right;
  const inLang = (one: { name: string; nameEn: string }) => (lang === "en" && one.nameEn ? one.nameEn : one.name);
  return (
    <Page
      title={inLang(right)}
      lead={inLang(system)}
      back={{ to: paths.admin("rights"), label: w.places.sections.rights }}
      actions={<HistoryLink kind="right" id={right.id} />}
      width="form"
    >
      <RightForm key={right.version} {...{ right, names, teams, positions, reply }} />
      <Section id="targets" title={words.targets}>
        <RightPromises promises={promises} rightId={right.id} />
      </Section>
      <Section id="conflicts" title={words.conflicts}>
        <ConflictList conflicts={conflicts} others={others} reply={reply} />
      </Section>
      <Section id="retire" title={words.retire}>
        <UseAgainForm version={right.version} retired={right.retiredAt !== null} lead={words.retireLead} />
      </Section>
    </Page>
  );
}
