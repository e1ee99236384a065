import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** What was written into the register by mistake. */
export function DropForm({ reply }: { reply?: Reply }) {
  const { record: words, problems: special } = useWords().accessTasks;
  const { error, value, problems } = useReply(reply, special, { why: words.endWhy });
  return (
    <Form method="post" noValidate className="mt-6 flex flex-wrap items-end gap-3 print:hidden">
      <ErrorSummary problems={problems} />
      <TextField name="why" label={words.endWhy} maxLength={200} defaultValue={value("why")} error={error("why")} />
      <SubmitButton variant="secondary">{words.end}</SubmitButton>
    </Form>
  );
}
