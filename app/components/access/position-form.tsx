import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { ManyChoices } from "./many-choices.tsx";

type Named = { name: string; nameEn: string };
type Props = {
  position: { version: number; name: string; nameEn: string; rightIds: readonly number[] } | null;
  rights: readonly ({ id: number; about: string; system: Named } & Named)[];
  reply?: Reply;
};

/** A post of a ward and what whoever holds it should have. */
export function PositionForm({ position, rights, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessCatalogue;
  const { error, value, problems } = useReply(reply, words.problems, words.position);
  const chosen = reply ? [reply.values.rightIds ?? []].flat() : (position?.rightIds ?? []).map(String);
  return (
    <Form method="post" noValidate className="grid content-start">
      <ErrorSummary problems={problems} />
      {position && <input type="hidden" name="version" value={position.version} />}
      <Section id="facts" title={words.position.facts}>
        <TextField
          name="name"
          label={words.position.name}
          maxLength={120}
          defaultValue={value("name") ?? position?.name}
          error={error("name")}
        />
        <TextField
          name="nameEn"
          label={words.right.nameEn}
          optional
          maxLength={120}
          defaultValue={value("nameEn") ?? position?.nameEn}
          error={error("nameEn")}
        />
        <ManyChoices
          name="rightIds"
          label={words.position.rights}
          hint={words.position.rightsHint}
          choices={rights.map(({ id, about, system, ...right }) => ({
            ...{ value: id, group: named(system), open: false, label: named(right), hint: about },
          }))}
          chosen={chosen}
          error={error("rightIds")}
        />
      </Section>
      <SubmitButton name="intent" value="change" className="justify-self-start">
        {position ? w.common.save : words.position.add}
      </SubmitButton>
    </Form>
  );
}
