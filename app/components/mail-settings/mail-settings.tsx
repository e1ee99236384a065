import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { RadioTiles } from "#app/ui/choices.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Choice = keyof Words["mail"]["settings"]["choices"];
export type MailSettingsFacts = {
  way: keyof Words["mail"]["settings"]["way"];
  content: Choice;
  choices: readonly Choice[];
};

/** What of a ticket may leave by mail, and whether mail works. Its forms go to an address of their own. */
export function MailSettings({ way, content, choices }: MailSettingsFacts) {
  const w = useWords();
  const said = w.mail.settings;
  return (
    <>
      <p className="max-w-text">{said.way[way]}</p>
      <Form method="post" action={paths.mailSettings()} className="grid gap-4">
        <RadioTiles
          name="content"
          label={said.content}
          hint={said.contentWhy}
          shape="cards"
          defaultValue={content}
          tiles={choices.map((value) => ({ value, ...said.choices[value] }))}
        />
        <SubmitButton name="intent" value="content" variant="secondary" className="justify-self-start">
          {w.common.save}
        </SubmitButton>
      </Form>
      <Form method="post" action={paths.mailSettings()} className="grid gap-2">
        <p className="max-w-text text-sm text-quiet">{said.testHint}</p>
        <SubmitButton name="intent" value="test" variant="secondary" className="justify-self-start">
          {said.test}
        </SubmitButton>
      </Form>
    </>
  );
}
