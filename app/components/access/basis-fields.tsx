import { DayField } from "#app/components/admin/dates.tsx";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";

/** The authority on paper: decision, rule, undertaking. */
export function BasisFields({ reply, until = false }: { reply?: Reply; until?: boolean }) {
  const w = useWords();
  const words = w.accessPages.ask;
  const { error, value } = useReply(reply, w.access.refused);
  return (
    <>
      {until && (
        <DayField name="until" label={words.until} optional day="" typed={value("until")} error={error("until")} />
      )}
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          name="decisionNumber"
          label={words.decisionNumber}
          optional
          maxLength={120}
          defaultValue={value("decisionNumber")}
          error={error("decisionNumber")}
        />
        <DayField
          name="decisionDate"
          label={words.decisionDate}
          optional
          day=""
          typed={value("decisionDate")}
          error={error("decisionDate")}
        />
      </div>
      <TextField
        name="regulation"
        label={words.regulation}
        optional
        maxLength={200}
        defaultValue={value("regulation")}
        error={error("regulation")}
      />
      <Checkbox name="undertaking" label={words.undertaking} defaultChecked={reply?.values.undertaking !== undefined} />
    </>
  );
}
