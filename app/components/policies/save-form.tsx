import { Form } from "@remix-run/react";
import { LONGEST_WHY } from "#app/domain/sla/policy-list.ts";
import { namesOf, type Speech } from "#app/domain/sla/policy-words.ts";
import type { PolicyReview } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DifferenceView } from "./difference-view.tsx";

type Props = { seen: Date; typed: string | undefined; error: string | null; speech: Speech };

/** One reason for the whole list; nothing holds before this is pressed. */
export function SaveForm({ seen, typed, error, speech: { w } }: Props) {
  const words = w.policies.review;
  return (
    <Form method="post" noValidate className="grid max-w-form gap-4">
      <input type="hidden" name="seen" value={seen.toISOString()} />
      <TextField
        name="why"
        label={words.why}
        hint={words.whyHint}
        defaultValue={typed ?? ""}
        error={error}
        maxLength={LONGEST_WHY}
        autoComplete="off"
        required
      />
      <SubmitButton name="intent" value="save" className="justify-self-start">
        {words.save}
      </SubmitButton>
    </Form>
  );
}

/** Somebody else was first: what they changed, and the way on top of it. */
export function Meanwhile({
  meanwhile,
  speech,
}: {
  meanwhile: NonNullable<PolicyReview["meanwhile"]>;
  speech: Speech;
}) {
  const { w, lang } = speech;
  const words = w.policies.review;
  return (
    <div className="grid gap-4">
      <p className="max-w-text">
        {words.changedBy(meanwhile.by ?? w.policies.versions.machine, meanwhile.version)}
        {meanwhile.why}
      </p>
      <DifferenceView difference={meanwhile.difference} speech={speech} />
      <Notice
        tone="warning"
        action={
          <Form method="post">
            <SubmitButton name="intent" value="renew">
              {words.renew}
            </SubmitButton>
          </Form>
        }
      >
        <p>{words.renewLead}</p>
        {meanwhile.contested.length > 0 && <p>{words.contested(namesOf(meanwhile.contested, lang))}</p>}
      </Notice>
    </div>
  );
}
