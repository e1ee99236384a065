import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { RequestForm } from "./request-form.tsx";

/** All that is this reader's to decide, ticked; and a question to the requester first. */
export function DecideForms({ page, reply }: { page: RequestPage; reply?: Reply }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.request;
  const { value, error } = useReply(reply, w.access.refused);
  const steps = page.steps.filter(({ mine }) => mine);
  const before = [reply?.values.stepIds ?? []].flat();
  const itemsOf = (track: number) => page.items.filter((item) => item.track === track);
  const takesAway = steps.every(({ track }) => itemsOf(track).every(({ kind }) => kind === "revoke"));
  return (
    <Section id="decide" title={words.decide}>
      <RequestForm page={page}>
        {[...new Set(steps.flatMap(({ inPlaceOf }) => inPlaceOf ?? []))].map((name) => (
          <p key={name}>{words.deciding(name)}</p>
        ))}
        {steps.length === 1 && <input type="hidden" name="stepIds" value={steps[0]?.id} />}
        {steps.length > 1 && (
          <ul className="grid gap-2">
            {steps.map((step) => (
              <li key={step.id}>
                <label className="target flex items-start gap-2">
                  <input
                    type="checkbox"
                    name="stepIds"
                    value={step.id}
                    defaultChecked={before.length === 0 || before.includes(String(step.id))}
                    className="mt-[3px] size-[18px] shrink-0 accent-accent"
                  />
                  {itemsOf(step.track)
                    .map((item) => `${w.access.kind[item.kind]}: ${named(item.right)} · ${item.person}`)
                    .join("; ")}
                </label>
              </li>
            ))}
          </ul>
        )}
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          maxLength={2_000}
          defaultValue={value("reason")}
          error={error("reason")}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="approve">
            {takesAway ? words.approveRevoking : words.approve}
          </SubmitButton>
          <SubmitButton name="intent" value="refuse" variant="secondary">
            {takesAway ? words.refuseRevoking : words.refuse}
          </SubmitButton>
        </div>
      </RequestForm>
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
