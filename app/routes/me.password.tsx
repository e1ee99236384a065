import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { z } from "zod";
import { changePassword } from "#app/domain/identity/password.server.ts";
import { PASSWORD_MIN } from "#app/domain/identity/password.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const Change = z.object({ current: z.string().min(1).max(1024), next: z.string().min(1).max(1024) });

const ABOUT_CURRENT = new Set(["password_wrong", "password_guessed_often"]);

export const handle = { title: (w: Words) => w.me.changePassword };

export const loader = (args: LoaderFunctionArgs) => withContext(args, async () => null);

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Change);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(changePassword(ctx, form.value));
    if (done.ok) return redirectWithFlash(paths.me(), "password_changed");
    const field = ABOUT_CURRENT.has(done.reason) ? "current" : "next";
    return data(form.reply({ errors: { [field]: [done.reason] } }), { status: done.status });
  });

export default function ChangePassword() {
  const w = useWords();
  const { error, problems } = useReply(useActionData<typeof action>(), {
    "current.required": w.me.currentMissing,
    "next.required": w.formErrors.password_too_short,
  });
  return (
    <Page
      title={w.me.changePassword}
      width="form"
      lead={w.me.passwordLead}
      back={{ to: paths.me(), label: w.me.title }}
    >
      <Form method="post" noValidate className="grid max-w-96 content-start gap-4">
        <ErrorSummary problems={problems} />
        <TextField
          name="current"
          label={w.me.currentPassword}
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          required
          error={error("current")}
        />
        <TextField
          name="next"
          label={w.me.nextPassword}
          hint={w.me.nextPasswordHint}
          type="password"
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
          required
          error={error("next")}
        />
        <SubmitButton className="justify-self-start">{w.me.changePassword}</SubmitButton>
      </Form>
    </Page>
  );
}
