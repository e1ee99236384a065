import { DayField } from "#app/components/admin/dates.tsx";
import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { BasisFields } from "./basis-fields.tsx";
import { RequestForm } from "./request-form.tsx";

/** Something runs out and is still needed. */
export function RenewForm({ page, reply }: { page: RequestPage; reply?: Reply }) {
  const w = useWords();
  const words = w.accessTasks.renew;
  const { error, value } = useReply(reply, { ...w.accessTasks.problems, ...w.access.refused });
  return (
    <Section id="renew" title={words.title}>
      <p className="max-w-text text-quiet">{words.lead}</p>
      <RequestForm page={page}>
        <DayField name="until" label={words.until} day="" typed={value("until")} error={error("until")} />
        <BasisFields reply={reply} />
        <SubmitButton name="intent" value="renew" variant="secondary" className="justify-self-start">
          {words.send}
        </SubmitButton>
      </RequestForm>
    </Section>
  );
}
