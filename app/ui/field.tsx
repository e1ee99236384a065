import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "./cx.ts";

export type FieldFacts = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong, in words; null and undefined mean that nothing is. */
  error?: string | null;
  optional?: boolean;
  id?: string;
  className?: string;
};

export const fieldId = (name: string) => `field-${name}`;

export type Wiring = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };

export function wire({ name, hint, error, id = fieldId(name) }: FieldFacts): Wiring {
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return { id, name, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}

/** Label, hint and error around any one control. */
export function Field({ children, ...facts }: FieldFacts & { children: (wiring: Wiring) => ReactNode }) {
  const wiring = wire(facts);
  return (
    <div className={cx("grid gap-1", facts.error && "border-l-2 border-red pl-3", facts.className)}>
      <label htmlFor={wiring.id} className="font-medium">
        {facts.label}
        {facts.optional && <Optional />}
      </label>
      <Aside id={wiring.id} hint={facts.hint} error={facts.error} />
      {children(wiring)}
    </div>
  );
}

export function Optional() {
  return <span className="font-normal text-quiet"> ({useWords().common.optional})</span>;
}

export function Aside({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | null }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="max-w-text text-sm text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="max-w-text text-sm font-medium text-red">
          {error}
        </p>
      )}
    </>
  );
}

function split<P extends FieldFacts>({ name, label, hint, error, optional, id, className, ...control }: P) {
  return { facts: { name, label, hint, error, optional, id, className }, control };
}

export function TextField(props: FieldFacts & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldFacts>) {
  const { facts, control } = split(props);
  return <Field {...facts}>{(wiring) => <input className="field" type="text" {...control} {...wiring} />}</Field>;
}

/** Grows with its text where the browser can; elsewhere it scrolls. */
export function TextArea(props: FieldFacts & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldFacts>) {
  const { facts, control } = split(props);
  return (
    <Field {...facts}>
      {(wiring) => (
        <textarea className="field field-sizing-content max-h-[60vh] min-h-20" rows={4} {...control} {...wiring} />
      )}
    </Field>
  );
}

export type Choice = { value: string | number; label: string };
type SelectProps = FieldFacts &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldFacts> & { choices: readonly Choice[]; empty?: string };

export function SelectField(props: SelectProps) {
  const { facts, control } = split(props);
  const { choices, empty, ...rest } = control;
  return (
    <Field {...facts}>
      {(wiring) => (
        <select className="field" {...rest} {...wiring}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
