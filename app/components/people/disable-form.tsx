import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export function DisableForm({ version, reply }: { version: number; reply?: Reply }) {
  const w = useWords();
  const words = w.people.account;
  const { error, value } = useReply(reply, w.people.form.errors);
  return (
    <Form method="post" noValidate className="grid max-w-form content-start gap-4">
      <p className="text-quiet">{words.disableLead}</p>
      <input type="hidden" name="version" value={version} />
      <TextField
        name="reason"
        label={words.disableReason}
        defaultValue={value("reason")}
        error={error("reason")}
        maxLength={300}
        autoComplete="off"
        required
      />
      <TextField
        name="lastDay"
        label={words.lastDay}
        hint={words.lastDayHint}
        defaultValue={value("lastDay")}
        error={error("lastDay")}
        placeholder={w.people.grants.dayShape}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        className="sm:max-w-80"
        optional
      />
      <SubmitButton name="intent" value="disable" variant="danger" className="justify-self-start">
        {words.disable}
      </SubmitButton>
    </Form>
  );
}
