import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = { to: string; reply?: Reply; retryMinutes?: number };

export function LoginForm({ to, reply, retryMinutes = 15 }: Props) {
  const w = useWords();
  const { error, value, problems } = useReply(reply, {
    wrong: w.login.wrong,
    limited: w.login.limited(retryMinutes),
    demo_gone: w.login.demoGone,
    "email.required": w.login.emailMissing,
    "password.required": w.login.passwordMissing,
  });
  return (
    <Form method="post" noValidate className="grid content-start gap-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="to" value={to} />
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
      <TextField
        name="password"
        label={w.login.password}
        type="password"
        autoComplete="current-password"
        maxLength={1024}
        required
        error={error("password")}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SubmitButton className="px-6">{w.login.submit}</SubmitButton>
        <Link to={paths.forgotPassword()} className="target inline-flex items-center underline underline-offset-2">
          {w.login.forgot}
        </Link>
      </div>
    </Form>
  );
}
