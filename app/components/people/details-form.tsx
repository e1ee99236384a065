import { Form } from "@remix-run/react";
import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type PersonFacts, PersonFields } from "./person-fields.tsx";

type DetailsFormProps = { person: PersonFacts & { version: number }; places: PlaceChoices; reply?: Reply };

export function DetailsForm({ person, places, reply }: DetailsFormProps) {
  const w = useWords();
  const said = useReply(reply, w.people.form.errors);
  return (
    <Form
      key={reply ? "typed" : person.version}
      method="post"
      noValidate
      className="grid max-w-form content-start gap-4"
    >
      <input type="hidden" name="version" value={person.version} />
      <PersonFields person={person} places={places} said={said} />
      <SubmitButton name="intent" value="details" variant="secondary" className="justify-self-start">
        {w.common.save}
      </SubmitButton>
    </Form>
  );
}
