import { Form } from "@remix-run/react";
import { PASSWORD_MIN } from "#app/domain/identity/password.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = { email: string; label: string; submit: string; reply?: Reply };

/** For whoever came by a mailed link. The address is shown so that a password manager keeps both together. */
export function NewPasswordForm({ email, label, submit, reply }: Props) {
  const w = useWords();
  const { error, problems } = useReply(reply, { "password.required": w.formErrors.password_too_short });
  return (
    <Form method="post" noValidate className="grid max-w-96 content-start gap-4">
      <ErrorSummary problems={problems} />
      <TextField
        name="email"
        label={w.login.email}
        type="email"
        autoComplete="username"
        readOnly
        defaultValue={email}
        className="text-quiet"
      />
      <TextField
        name="password"
        label={label}
        hint={w.me.nextPasswordHint}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        maxLength={1024}
        required
        error={error("password")}
      />
      <SubmitButton className="justify-self-start">{submit}</SubmitButton>
    </Form>
  );
}
