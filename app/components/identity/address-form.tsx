import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export function AddressForm({ email, reply }: { email: string; reply?: Reply }) {
  const w = useWords();
  const { error, value, problems } = useReply(reply, {
    "address.required": w.accounts.newAddressMissing,
    "current.required": w.me.currentMissing,
    address_malformed: w.accounts.addressMalformed,
    address_same: w.accounts.addressSame,
    address_taken: w.accounts.addressTaken,
    address_changed_often: w.accounts.addressOften,
  });
  return (
    <Form method="post" noValidate className="grid max-w-96 content-start gap-4">
      <ErrorSummary problems={problems} />
      <TextField
        name="address"
        label={w.accounts.newAddress}
        hint={email}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        defaultValue={value("address")}
        error={error("address")}
      />
      <TextField
        name="current"
        label={w.me.currentPassword}
        type="password"
        autoComplete="current-password"
        maxLength={1024}
        required
        error={error("current")}
      />
      <SubmitButton className="justify-self-start">{w.accounts.sendConfirmation}</SubmitButton>
    </Form>
  );
}
