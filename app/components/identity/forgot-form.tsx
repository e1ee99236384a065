import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export function ForgotForm({ reply, retryMinutes = 0 }: { reply?: Reply; retryMinutes?: number }) {
  const w = useWords();
  const { error, value, problems } = useReply(reply, {
    limited: w.accounts.limited(retryMinutes),
    "email.required": w.login.emailMissing,
    "email.malformed": w.accounts.addressMalformed,
  });
  return (
    <Form method="post" action={paths.forgotPassword()} noValidate className="grid max-w-96 content-start gap-4">
      <ErrorSummary problems={problems} />
      <TextField
        name="email"
        label={w.login.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        defaultValue={value("email")}
        error={error("email")}
      />
      <SubmitButton className="justify-self-start">{w.accounts.forgotSubmit}</SubmitButton>
    </Form>
  );
}
