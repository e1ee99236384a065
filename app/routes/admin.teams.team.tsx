import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NamesForm } from "#app/components/admin/names-form.tsx";
import { OpenTicketsLine } from "#app/components/admin/still-there.tsx";
import { TeamMembers, TeamSystems } from "#app/components/admin/team-lists.tsx";
import { HistoryLink } from "#app/components/audit/history-link.tsx";
import { countOpenTickets } from "#app/domain/directory/open-tickets.server.ts";
import { changeTeam, getTeam } from "#app/domain/directory/teams-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { count, line } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Page, Section } from "#app/ui/page.tsx";

const Change = z.object({ version: count(1_000_000), name: line(120), nameEn: line(120) });

export const handle = { title: (w: Words) => w.places.sections.teams };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const team = await getTeam(ctx, recordId(args.params));
    return { team, open: await countOpenTickets(ctx, { teamId: team.id }) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = recordId(args.params);
    const form = await parseForm(args.request, Change);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(changeTeam(ctx, { ...form.value, id }));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`teams/${id}`), "saved");
  });

export default function Team() {
  const w = useWords();
  const lang = useLang();
  const { team, open } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={lang === "en" ? team.nameEn : team.name}
      lead={<code className="text-sm">{team.key}</code>}
      back={{ to: paths.admin("teams"), label: w.places.sections.teams }}
      actions={<HistoryLink kind="team" id={team.id} />}
      width="form"
    >
      <Section id="members" title={w.places.team.members}>
        <TeamMembers members={team.members} />
      </Section>
      <Section id="systems" title={w.places.sections.systems}>
        <TeamSystems systems={team.systems} />
        <OpenTicketsLine tickets={open} />
      </Section>
      <Section id="facts" title={w.places.team.facts}>
        <NamesForm key={`${team.version} ${reply ? "typed" : ""}`} version={team.version} names={team} reply={reply} />
      </Section>
    </Page>
  );
}
