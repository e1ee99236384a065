import { IMPACTS, PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS, WAITING_MAX } from "#app/domain/tickets/ticket.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import type { FieldsProps } from "./doing-forms.tsx";

const FACTS = ["kind", "systemId", "impact", "peopleWaiting", "priority"] as const;

/** Carries what each field started from, so that only what this person changed is changed. */
export function ReclassifyFields({ opened, choices, replying }: FieldsProps) {
  const w = useWords();
  const lang = useLang();
  const { form } = w.ticket;
  const wired = (name: (typeof FACTS)[number]) => ({
    name,
    defaultValue: replying.value(name) ?? String(opened[name]),
    error: replying.error(name),
  });
  return (
    <>
      {FACTS.map((name) => (
        <input
          key={name}
          type="hidden"
          name={`${name}Was`}
          value={replying.value(`${name}Was`) ?? String(opened[name])}
        />
      ))}
      <SelectField
        {...wired("kind")}
        label={form.kind}
        choices={TICKET_KINDS.map((kind) => ({ value: kind, label: w.tickets.kind[kind] }))}
      />
      <SelectField
        {...wired("systemId")}
        label={form.system}
        choices={choices.map(({ id, name, nameEn }) => ({ value: id, label: lang === "en" ? (nameEn ?? name) : name }))}
      />
      <SelectField
        {...wired("impact")}
        label={form.impact}
        choices={IMPACTS.map((impact) => ({ value: impact, label: w.tickets.impact[impact] }))}
      />
      <TextField
        {...wired("peopleWaiting")}
        type="number"
        inputMode="numeric"
        min={0}
        max={WAITING_MAX}
        label={form.peopleWaiting}
        className="max-w-48"
      />
      <SelectField
        {...wired("priority")}
        label={form.priority}
        hint={form.priorityHint}
        choices={PRIORITIES.map((priority) => ({
          value: priority,
          label: `${priority.toUpperCase()} · ${w.tickets.priority[priority]}`,
        }))}
      />
      <TextArea
        name="reason"
        label={form.reason}
        rows={2}
        maxLength={4_000}
        required
        defaultValue={replying.value("reason")}
        error={replying.error("reason")}
      />
    </>
  );
}
