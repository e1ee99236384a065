import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { RequestForm } from "./request-form.tsx";

/** For each step that is this reader's to decide; and a question to the requester first. */
export function DecideForms({ page, reply }: { page: RequestPage; reply?: Reply }) {
  const words = useWords().accessPages.request;
  const { value, error } = useReply(reply, useWords().access.refused);
  const steps = page.steps.filter(({ mine }) => mine);
  const takesAway = (track: number) =>
    page.items.filter((item) => item.track === track).every(({ kind }) => kind === "revoke");
  return (
    <Section id="decide" title={words.decide}>
      {steps.map((step) => (
        <RequestForm key={step.id} page={page}>
          <input type="hidden" name="stepId" value={step.id} />
          {step.inPlaceOf && <p>{words.deciding(step.inPlaceOf)}</p>}
          <TextArea
            id={`reason-${step.id}`}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={2}
            maxLength={2_000}
            defaultValue={value("stepId") === String(step.id) ? value("reason") : undefined}
            error={error("reason")}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="approve">
              {takesAway(step.track) ? words.approveRevoking : words.approve}
            </SubmitButton>
            <SubmitButton name="intent" value="refuse" variant="secondary">
              {takesAway(step.track) ? words.refuseRevoking : words.refuse}
            </SubmitButton>
          </div>
        </RequestForm>
      ))}
      {!page.askedBack && (
        <RequestForm page={page}>
          <TextArea
            name="question"
            label={words.question}
            rows={2}
            maxLength={2_000}
            defaultValue={value("question")}
            error={error("question")}
          />
          <SubmitButton name="intent" value="ask_back" variant="secondary" className="justify-self-start">
            {words.askBack}
          </SubmitButton>
        </RequestForm>
      )}
    </Section>
  );
}
