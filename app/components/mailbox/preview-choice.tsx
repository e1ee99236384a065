import { Form } from "@remix-run/react";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { Lang } from "#app/lib/lang.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";

type Purpose = keyof Words["mail"]["preview"]["purposes"];
type Content = keyof Words["mail"]["settings"]["choices"];
type PreviewChoiceProps = {
  wish: { purpose: Purpose; lang: Lang; content: Content };
  choices: { purpose: readonly Purpose[]; lang: readonly Lang[]; content: readonly Content[] };
};

/** Which template, in which language, under which setting. */
export function PreviewChoice({ wish, choices }: PreviewChoiceProps) {
  const w = useWords();
  const { preview, settings } = w.mail;
  return (
    <Form key={Object.values(wish).join()} className="mb-6 flex flex-wrap items-end gap-3">
      <SelectField
        name="purpose"
        label={preview.purpose}
        defaultValue={wish.purpose}
        choices={choices.purpose.map((value) => ({ value, label: preview.purposes[value] }))}
      />
      <SelectField
        name="lang"
        label={preview.lang}
        defaultValue={wish.lang}
        choices={choices.lang.map((value) => ({ value, label: w.common.languages[value] }))}
      />
      <SelectField
        name="content"
        label={preview.content}
        defaultValue={wish.content}
        choices={choices.content.map((value) => ({ value, label: settings.choices[value].label }))}
      />
      <Button type="submit">{preview.show}</Button>
    </Form>
  );
}
