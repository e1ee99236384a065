import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { GrantFields } from "#app/components/people/grant-fields.tsx";
import { PersonFields } from "#app/components/people/person-fields.tsx";
import { listTeams } from "#app/domain/directory/catalog.server.ts";
import { createPerson } from "#app/domain/directory/people-admin.server.ts";
import { listPlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { peopleWork } from "#app/domain/directory/people-work.server.ts";
import { invitePerson } from "#app/domain/identity/invitation.server.ts";
import { addGrant } from "#app/domain/policy/grants-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { detailsOf, NewPerson } from "./admin-people-forms.server.ts";

export const handle = { title: (w: Words) => w.people.form.newTitle };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { places: await listPlaceChoices(ctx), teams: await listTeams(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, NewPerson);
    if (form.status === "error") return data({ reply: form.reply(), taken: null }, { status: form.code });
    const { value } = form;
    if (value.role && !value.at)
      return data({ reply: form.reply({ errors: { at: ["required"] } }), taken: null }, { status: 422 });
    const done = await attempt(peopleWork(ctx, (inner) => takeOn(inner, value)));
    if (done.ok) return redirectWithFlash(paths.admin(`people/${done.value}`), "saved");
    const { personId, fullName } = done.detail;
    const taken = done.reason === "email_taken" ? { id: Number(personId), fullName: String(fullName) } : null;
    return data({ reply: form.reply(faultOf(done.reason)), taken }, { status: done.status });
  });

/** What was refused, at the field that would mend it. */
function faultOf(reason: string): { errors: Record<string, string[]> } | { formErrors: string[] } {
  const field = Object.entries(REFUSED_FOR).find(([, reasons]) => reasons.includes(reason))?.[0];
  return field ? { errors: { [field]: [reason] } } : { formErrors: [reason] };
}

const REFUSED_FOR: Record<string, string[]> = {
  email: ["email_taken", "address_taken", "address_malformed"],
  at: ["role_not_there"],
  teamId: ["team_missing", "team_not_wanted", "team_unknown"],
};

const labelsOf = ({ people: { form, grants } }: Words): Record<string, string> => ({
  ...{ fullName: form.fullName, email: form.email, phone: form.phone, position: form.position },
  ...{ siteId: form.site, lang: form.lang },
  ...{ role: grants.role, at: grants.at, teamId: grants.team, from: grants.from, until: grants.until },
});

/** All of it or nothing: a person without the role they were made for would be found by nobody. */
async function takeOn(ctx: PageCtx, form: typeof NewPerson._output): Promise<number> {
  const { id, version } = await createPerson(ctx, detailsOf(form));
  if (form.role) {
    if (form.at === undefined) throw new DomainError("invalid", "place_unknown");
    const { role, at, teamId = null, from = dateIn(ctx.now), until = null } = form;
    await addGrant(ctx, { personId: id, version }, { role, siteId: at, teamId, from, until });
  }
  if (form.invite) await invitePerson(ctx, id);
  return id;
}

export default function NewPersonPage() {
  const w = useWords();
  const { places, teams } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = w.people.form;
  const said = useReply(answered?.reply, { ...words.errors, ...w.people.refused }, labelsOf(w));
  const invite = answered ? said.value("invite") !== undefined : true;
  return (
    <Page
      title={words.newTitle}
      lead={words.newLead}
      width="form"
      back={{ to: paths.admin("people"), label: w.people.title }}
    >
      <Form method="post" noValidate className="grid content-start gap-4">
        <ErrorSummary problems={said.problems} />
        {answered?.taken && (
          <Notice action={<Link to={paths.admin(`people/${answered.taken.id}`)}>{w.people.openTaken}</Link>}>
            {w.people.taken(answered.taken.fullName)}
          </Notice>
        )}
        <PersonFields places={places} said={said} />
        <Section id="role" title={words.firstRole}>
          <GrantFields places={places} teams={teams} said={said} optional />
        </Section>
        <Checkbox name="invite" label={words.invite} defaultChecked={invite} />
        <SubmitButton className="justify-self-start">{words.create}</SubmitButton>
      </Form>
    </Page>
  );
}
