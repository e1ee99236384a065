import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OwnAddress } from "#app/components/identity/own-address.tsx";
import { describePost } from "#app/components/identity/post.ts";
import { ProfileForm } from "#app/components/identity/profile-form.tsx";
import { SessionList } from "#app/components/identity/session-list.tsx";
import { getPerson, updateOwnProfile } from "#app/domain/directory/people.server.ts";
import { findPendingAddress } from "#app/domain/identity/address.server.ts";
import { listSessions } from "#app/domain/identity/sessions.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { preferenceCookie } from "#app/http/preference-cookie.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { LANGS } from "#app/lib/lang.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";

const Profile = z.object({ fullName: z.string().trim().min(1).max(120), lang: z.enum(LANGS) });

export const handle = { title: (w: Words) => w.me.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const person = await getPerson(ctx, ctx.actor.personId);
    const roles = [...new Set(ctx.actor.grants.map((grant) => grant.role))];
    const sessions = await listSessions(ctx);
    return { person: { ...person, roles }, sessions, pending: await findPendingAddress(ctx) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Profile);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await updateOwnProfile(ctx, form.value);
    return redirectWithFlash(paths.me(), "saved", { "Set-Cookie": preferenceCookie("lang", form.value.lang) });
  });

export default function Me() {
  const w = useWords();
  const { person, sessions, pending } = useLoaderData<typeof loader>();
  return (
    <Page title={w.me.title} width="form" lead={describePost(w, person) || undefined}>
      <Section id="profile" title={w.me.profile}>
        <ProfileForm person={person} reply={useActionData<typeof action>()} />
      </Section>
      <Section id="address" title={w.accounts.address}>
        <OwnAddress email={person.email} pending={pending} />
      </Section>
      <Section id="password" title={w.me.password}>
        <p className="text-quiet">{w.me.passwordLead}</p>
        <ButtonLink to="/me/password" className="justify-self-start">
          {w.me.changePassword}
        </ButtonLink>
      </Section>
      <Section id="notifications" title={w.notifications.title}>
        <p className="text-quiet">{w.notifications.choicesLead}</p>
        <ButtonLink to={paths.myNotifications()} className="justify-self-start">
          {w.notifications.choose}
        </ButtonLink>
      </Section>
      <Section id="sessions" title={w.me.sessions}>
        <SessionList sessions={sessions} />
      </Section>
    </Page>
  );
}
