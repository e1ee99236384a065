import { Form } from "@remix-run/react";
import type { Hours } from "#app/domain/notifications/quiet-hours.ts";
import { type Choice, MAIL_WISHES } from "#app/domain/notifications/topics.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { inPageField, mailField } from "./choice-fields.ts";

type Props = { choices: readonly Choice[]; hours: Hours | null; usual: Hours; reply?: Reply };

/** What rings the bell, what is mailed, and when not: one form, saved together. */
export function ChoicesForm({ choices, hours, usual, reply }: Props) {
  const w = useWords();
  const said = w.notifications.choices;
  const { error, value, problems } = useReply(reply, {
    required: said.hoursMissing,
    hours_same: said.hoursSame,
  });
  const ticked = (name: string, saved: boolean) => (reply ? value(name) !== undefined : saved);
  const wishes = MAIL_WISHES.toReversed().map((wish) => ({ value: wish, label: said.wish[wish] }));
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary problems={problems} />
      <ul aria-label={said.kinds} className="divide-y divide-line border-y border-line">
        {choices.map(({ topic, inPage, mail }) => (
          <li key={topic}>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset lays its legend out by rules of its own */}
            <div
              role="group"
              aria-labelledby={`topic-${topic}`}
              className="grid items-center gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_9rem_13rem]"
            >
              <div>
                <p id={`topic-${topic}`} className="font-medium">
                  {said.topic[topic].name}
                </p>
                <p className="text-sm text-quiet">{said.topic[topic].about}</p>
              </div>
              <Checkbox
                name={inPageField(topic)}
                label={said.inPage}
                className="items-center"
                defaultChecked={ticked(inPageField(topic), inPage)}
              />
              <SelectField
                name={mailField(topic)}
                label={said.mail}
                choices={wishes}
                defaultValue={value(mailField(topic)) ?? mail}
                error={error(mailField(topic))}
              />
            </div>
          </li>
        ))}
      </ul>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-lg font-semibold">{said.quiet}</legend>
        <Checkbox
          name="quiet"
          label={said.quietOn}
          hint={said.quietHint}
          defaultChecked={ticked("quiet", hours !== null)}
        />
        <div className="flex flex-wrap gap-4 pl-[26px]">
          {(["quietFrom", "quietUntil"] as const).map((name) => (
            <TextField
              key={name}
              type="time"
              name={name}
              label={said[name]}
              className="w-36"
              defaultValue={value(name) ?? (hours ?? usual)[name === "quietFrom" ? "from" : "until"]}
              error={error(name)}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton name="intent" value="save" className="justify-self-start">
        {w.common.save}
      </SubmitButton>
    </Form>
  );
}
