import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OwnerList } from "#app/components/access/owner-list.tsx";
import { NamesForm } from "#app/components/admin/names-form.tsx";
import { RetireForm } from "#app/components/admin/retire-form.tsx";
import { OpenTicketsLine } from "#app/components/admin/still-there.tsx";
import { HistoryLink } from "#app/components/audit/history-link.tsx";
import { addOwner, listOwners, removeOwner } from "#app/domain/access/owners.server.ts";
import { listTeams } from "#app/domain/directory/catalog.server.ts";
import { countOpenTickets } from "#app/domain/directory/open-tickets.server.ts";
import { changeSystem, getSystem, retireSystem } from "#app/domain/directory/systems-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { count, day, id, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { dateIn, startOfDate } from "#app/lib/time.ts";
import { Page, Section } from "#app/ui/page.tsx";

const version = count(1_000_000);
const Change = z.object({ intent: z.literal("change"), version, name: line(120), nameEn: line(120), teamId: id });
const Retire = z.object({ intent: z.literal("retire"), version, on: day });
const BringBack = z.object({ intent: z.literal("bring-back"), version });
const AddOwner = z.object({
  intent: z.literal("add-owner"),
  email: line(254).transform((typed) => typed.toLowerCase()),
});
const RemoveOwner = z.object({ intent: z.literal("remove-owner"), personId: id });
const SystemChange = z.discriminatedUnion("intent", [Change, Retire, BringBack, AddOwner, RemoveOwner]);

export const handle = { title: (w: Words) => w.places.sections.systems };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const system = await getSystem(ctx, recordId(args.params));
    const open = await countOpenTickets(ctx, { systemId: system.id });
    const [owners, teams] = [await listOwners(ctx, system.id), await listTeams(ctx)];
    return { system, open, owners, teams, now: ctx.now, today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const system = recordId(args.params);
    const form = await parseForm(args.request, SystemChange);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(change(ctx, system, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`systems/${system}`), "saved");
  });

function change(ctx: PageCtx, system: number, typed: z.infer<typeof SystemChange>): Promise<void> {
  if (typed.intent === "change") return changeSystem(ctx, { ...typed, id: system });
  if (typed.intent === "add-owner") return addOwner(ctx, system, typed.email);
  if (typed.intent === "remove-owner") return removeOwner(ctx, system, typed.personId);
  const at = typed.intent === "retire" ? startOfDate(typed.on) : null;
  return retireSystem(ctx, { id: system, version: typed.version, at });
}

export default function System() {
  const w = useWords();
  const lang = useLang();
  const { system, open, owners, teams, now, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { retire } = w.places.system;
  return (
    <Page
      title={lang === "en" ? system.nameEn : system.name}
      lead={<code className="text-sm">{system.key}</code>}
      back={{ to: paths.admin("systems"), label: w.places.sections.systems }}
      actions={<HistoryLink kind="system" id={system.id} />}
      width="form"
    >
      <Section id="facts" title={w.places.system.facts}>
        <NamesForm
          key={`${system.version} ${reply ? "typed" : ""}`}
          version={system.version}
          names={system}
          teams={{ choices: teams, chosen: system.teamId }}
          reply={reply}
        />
      </Section>
      <OwnerList owners={owners} reply={reply} />
      <Section id="retire" title={system.retiredAt ? w.places.system.retired : retire.title}>
        <p className="max-w-text text-quiet">{retire.lead}</p>
        <OpenTicketsLine tickets={open} />
        <RetireForm system={system} now={now} today={today} reply={reply} />
      </Section>
    </Page>
  );
}
