import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { RequestForm } from "./request-form.tsx";

type Props = { page: RequestPage; reply?: Reply };

export function AnswerForm({ page, reply }: Props) {
  const words = useWords().accessPages.request;
  const { value, error } = useReply(reply, useWords().access.refused);
  return (
    <Section id="answer" title={words.answer}>
      <RequestForm page={page}>
        <TextArea
          name="answer"
          label={words.answer}
          rows={3}
          maxLength={2_000}
          defaultValue={value("answer")}
          error={error("answer")}
        />
        <SubmitButton name="intent" value="answer" className="justify-self-start">
          {words.sendAnswer}
        </SubmitButton>
      </RequestForm>
    </Section>
  );
}

/** All that is not granted yet. */
export function WithdrawForm({ page, reply }: Props) {
  const words = useWords().accessPages.request;
  const { value, error } = useReply(reply, useWords().access.refused);
  const items = page.items.filter(({ state }) => state === "asked" || state === "to_grant" || state === "handed_back");
  return (
    <Section id="withdraw" title={words.withdraw}>
      <RequestForm page={page}>
        {items.map(({ id }) => (
          <input key={id} type="hidden" name="itemIds" value={id} />
        ))}
        <TextArea
          id="withdraw-reason"
          name="reason"
          label={words.withdrawWhy}
          rows={2}
          maxLength={2_000}
          defaultValue={value("reason")}
          error={error("reason")}
        />
        <SubmitButton name="intent" value="withdraw" variant="secondary" className="justify-self-start">
          {words.withdraw}
        </SubmitButton>
      </RequestForm>
    </Section>
  );
}
