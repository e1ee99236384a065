import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MailSettings } from "#app/components/mail-settings/mail-settings.tsx";
import { SessionPresetForm } from "#app/components/settings/session-preset-form.tsx";
import { SESSION_PRESETS, type SessionPreset } from "#app/domain/identity/limits.ts";
import { chooseSessionPreset, readSessionPreset } from "#app/domain/identity/session-settings.server.ts";
import { readMailContent } from "#app/domain/notifications/mail-content.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { MAIL_CONTENTS } from "#app/mail/letter.ts";
import { transportName } from "#app/mail/transport.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page, Section } from "#app/ui/page.tsx";

const presets = Object.keys(SESSION_PRESETS) as [SessionPreset, ...SessionPreset[]]; // safe because the object is a literal
const Session = z.object({ intent: z.literal("session"), preset: z.enum(presets) });

export const handle = { title: (w: Words) => w.settings.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const mail = { way: transportName(), content: await readMailContent(ctx), choices: MAIL_CONTENTS };
    return { preset: await readSessionPreset(ctx), mail };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, Session);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await chooseSessionPreset(ctx, form.value.preset);
    return redirectWithFlash(paths.admin("settings"), "saved");
  });

export default function Settings() {
  const w = useWords();
  const { preset, mail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { problems } = useReply(refused, {}, { preset: w.settings.sessionChoice });
  return (
    <Page title={w.settings.title} width="form">
      <ErrorSummary
        problems={refused ? [{ message: w.settings.notSaved }, ...problems.map(({ message }) => ({ message }))] : []}
      />
      <Section id="session" title={w.settings.session}>
        <SessionPresetForm presets={presets} current={preset} />
      </Section>
      <Section id="matrix" title={w.settings.matrix}>
        <p className="max-w-text">{w.policies.matrixLink}</p>
        <ButtonLink to={`${paths.admin("policies")}#matrix`} className="justify-self-start">
          {w.policies.matrixOpen}
        </ButtonLink>
      </Section>
      <Section id="mail" title={w.mail.settings.title}>
        <MailSettings {...mail} />
      </Section>
    </Page>
  );
}
