import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PersonView } from "#app/components/people/person-view.tsx";
import { listHistory } from "#app/domain/audit/history.server.ts";
import { listTeams } from "#app/domain/directory/catalog.server.ts";
import { listPlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { getAccountState } from "#app/domain/identity/accounts.server.ts";
import { invitationStateOf } from "#app/domain/identity/invitation.server.ts";
import { getPersonPage } from "#app/domain/policy/person-page.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { changePerson } from "./admin-people-changes.server.ts";
import { PersonChange } from "./admin-people-forms.server.ts";

const ENTRIES = 20;

export const handle = {
  title: (w: Words, loaded: unknown) =>
    (loaded as { page?: { person?: { fullName?: string } } } | undefined)?.page?.person?.fullName ?? w.people.title, // safe because each step may be missing
};
/** A form that came too late shows what the others made of it. */
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = recordId(args.params);
    const page = await getPersonPage(ctx, id);
    const wish = { q: "", who: "", kind: "person" as const, object: String(id), from: null, to: null, cursor: null };
    const { entries } = await listHistory(ctx, wish, [], ENTRIES);
    const invitation = (await invitationStateOf(ctx, [id])).get(id) ?? null;
    const account = { ...(await getAccountState(ctx, id)), invitation };
    return { page, account, entries, places: await listPlaceChoices(ctx), teams: await listTeams(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const id = recordId(args.params);
    const form = await parseForm(args.request, PersonChange);
    if (form.status === "error") return data({ reply: form.reply(), taken: null }, { status: form.code });
    const done = await attempt(changePerson(ctx, id, form.value));
    if (done.ok) return redirectWithFlash(paths.admin(`people/${id}`), "saved");
    const { personId, fullName } = done.detail;
    const taken = done.reason === "email_taken" ? { id: Number(personId), fullName: String(fullName) } : null;
    return data({ reply: form.reply({ formErrors: [done.reason] }), taken }, { status: done.status });
  });

export default function Person() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <PersonView {...loaded} reply={answered?.reply} taken={answered?.taken ?? null} />;
}
