import { sayServiceTime } from "#app/components/clocks/say-left.ts";
import { type Step, WHOM } from "#app/domain/tickets/warnings/ladder.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { Reply } from "#app/ui/form-reply.ts";

export type Promised = { name: string; nameEn: string; seconds: number };
type Props = {
  row: number;
  /** null: one that may be added. */
  step: Step | null;
  promises: readonly Promised[];
  reply?: Reply;
  error: string | null;
};

export function StepFields({ row, step, promises, reply, error }: Props) {
  const w = useWords();
  const words = w.warnings;
  const typed = reply?.values[`percent${row}`];
  const chosen = reply?.values[`whom${row}`] ?? step?.whom ?? [];
  return (
    <fieldset className="grid min-w-0 gap-3 border-t border-line pt-4">
      <legend className="float-left w-full font-semibold">{step ? words.step(row + 1) : words.newStep}</legend>
      <TextField
        name={`percent${row}`}
        label={words.percent}
        hint={step ? undefined : `${words.percentHint} ${words.newStepHint}`}
        defaultValue={typeof typed === "string" ? typed : step?.percent}
        error={error}
        inputMode="numeric"
        maxLength={20}
        autoComplete="off"
        className="[&_input]:max-w-24"
      />
      {step && <Examples percent={step.percent} promises={promises} />}
      <fieldset className="grid min-w-0 gap-1 sm:grid-cols-2">
        <legend className="mb-1 font-medium">{words.whomTitle}</legend>
        {WHOM.map((one) => (
          <Checkbox
            key={one}
            id={`whom${row}-${one}`}
            name={`whom${row}`}
            value={one}
            label={words.whom[one]}
            defaultChecked={chosen.includes(one)}
          />
        ))}
      </fieldset>
      {step && (
        <Checkbox name={`remove${row}`} label={words.remove} defaultChecked={`remove${row}` in (reply?.values ?? {})} />
      )}
    </fieldset>
  );
}

/** "P3: after 6 hours": what a per cent comes to for what the policies promise. */
function Examples({ percent, promises }: { percent: number; promises: readonly Promised[] }) {
  const w = useWords();
  const lang = useLang();
  if (promises.length === 0) return null;
  const each = promises.map(({ name, nameEn, seconds }) =>
    w.warnings.example(lang === "en" ? nameEn : name, sayServiceTime((seconds * percent) / 100, w)),
  );
  return <p className="max-w-text text-sm text-quiet">{w.warnings.examples(percent, each.join(", "))}</p>;
}
