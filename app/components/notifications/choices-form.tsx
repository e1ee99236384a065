import { Form } from "@remix-run/react";
import type { Hours } from "#app/domain/notifications/quiet-hours.ts";
import { type Choice, MAIL_WISHES } from "#app/domain/notifications/topics.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldId, SelectField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { inPageField, mailField } from "./choice-fields.ts";

type Props = { choices: readonly Choice[]; hours: Hours | null; usual: Hours; reply?: Reply };

/** What rings the bell, what is mailed, and when not: one form, saved together. */
export function ChoicesForm({ choices, hours, usual, reply }: Props) {
  const w = useWords();
  const said = w.notifications.choices;
  const { error, value, problems } = useReply(reply, { hours_same: said.hoursSame });
  const ticked = (name: string, saved: boolean) => (reply ? value(name) !== undefined : saved);
  const { from, until } = hours ?? usual;
  return (
    <Form method="post" noValidate className="grid gap-8">
      <ErrorSummary problems={problems} />
      <div>
        <div aria-hidden className={`${ROW} border-b border-line pb-1 text-sm text-quiet max-sm:hidden`}>
          <span>{said.kinds}</span>
          <span className="text-center">{said.inPage}</span>
          <span>{said.mail}</span>
        </div>
        <ul aria-label={said.kinds} className="divide-y divide-line border-b border-line max-sm:border-t">
          {choices.map((choice) => (
            <li key={choice.topic}>
              <ChoiceRow
                choice={{
                  ...choice,
                  inPage: ticked(inPageField(choice.topic), choice.inPage),
                  mail: MAIL_WISHES.find((wish) => wish === value(mailField(choice.topic))) ?? choice.mail,
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-lg font-semibold">{said.quiet}</legend>
        <Checkbox
          name="quiet"
          label={said.quietOn}
          hint={said.quietHint}
          defaultChecked={ticked("quiet", hours !== null)}
        />
        <div className="flex flex-wrap gap-4 pl-[26px]">
          <Hour
            name="quietFrom"
            label={said.quietFrom}
            chosen={value("quietFrom") ?? from}
            error={error("quietFrom")}
          />
          <Hour
            name="quietUntil"
            label={said.quietUntil}
            chosen={value("quietUntil") ?? until}
            error={error("quietUntil")}
          />
        </div>
      </fieldset>
      <SubmitButton name="intent" value="save" className="justify-self-start">
        {w.common.save}
      </SubmitButton>
    </Form>
  );
}

const ROW = "sm:grid sm:grid-cols-[minmax(0,1fr)_8rem_12rem] sm:items-center sm:gap-x-6";

/** One line of a table where there is room; on a phone its controls say what they are. */
function ChoiceRow({ choice: { topic, inPage, mail } }: { choice: Choice }) {
  const said = useWords().notifications.choices;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays its legend out by rules of its own
    <div role="group" aria-labelledby={`topic-${topic}`} className={`${ROW} py-3 max-sm:grid max-sm:gap-2`}>
      <div>
        <p id={`topic-${topic}`} className="font-medium">
          {said.topic[topic].name}
        </p>
        <p className="text-sm text-quiet">{said.topic[topic].about}</p>
      </div>
      <label className="target inline-flex items-center gap-2 sm:justify-center">
        <input
          type="checkbox"
          id={fieldId(inPageField(topic))}
          name={inPageField(topic)}
          defaultChecked={inPage}
          className="size-[18px] accent-accent"
        />
        <span className="sm:sr-only">{said.inPage}</span>
      </label>
      <label className="flex items-center gap-3">
        <span className="shrink-0 sm:sr-only">{said.mail}</span>
        <select id={fieldId(mailField(topic))} name={mailField(topic)} defaultValue={mail} className="field">
          {MAIL_WISHES.toReversed().map((wish) => (
            <option key={wish} value={wish}>
              {said.wish[wish]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const HALF_HOURS = Array.from({ length: 48 }, (_, i) => {
  const hour = String(Math.floor(i / 2)).padStart(2, "0");
  return `${hour}:${i % 2 === 0 ? "00" : "30"}`;
});

/** A list, because a time field shows AM and PM wherever the computer speaks English. */
function Hour({ chosen, ...field }: { name: string; label: string; chosen: string; error: string | null }) {
  const hours = HALF_HOURS.includes(chosen) ? HALF_HOURS : [...HALF_HOURS, chosen].sort();
  return (
    <SelectField
      {...field}
      className="w-28"
      defaultValue={chosen}
      choices={hours.map((hour) => ({ value: hour, label: hour }))}
    />
  );
}
