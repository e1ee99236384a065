import { ChevronDown } from "lucide-react";
import { buttonClass } from "#app/ui/button.tsx";
import { Aside } from "#app/ui/field.tsx";

type CheckGroupProps = {
  name: string;
  label: string;
  choices: readonly { value: string | number; label: string }[];
  chosen: readonly string[];
  error: string | null;
  /** What is chosen, in words: a long list is folded behind it. */
  summary?: string;
};

/** Any number of a list; none means that it does not matter. */
export function CheckGroup({ name, label, choices, chosen, error, summary }: CheckGroupProps) {
  const id = `field-${name}`;
  const boxes = (
    <div className={summary ? "grid gap-x-6 pt-2 sm:block sm:columns-2" : "flex flex-wrap gap-x-6"}>
      {choices.map(({ value, label: text }, at) => (
        <label key={value} className="target flex items-start gap-2 py-0.5 break-inside-avoid">
          <input
            type="checkbox"
            id={at === 0 ? id : undefined}
            name={name}
            value={value}
            defaultChecked={chosen.includes(String(value))}
            className="mt-[3px] size-[18px] shrink-0 accent-accent"
          />
          {text}
        </label>
      ))}
    </div>
  );
  return (
    <fieldset className="grid min-w-0 gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium">{label}</legend>
      <Aside id={id} error={error} />
      {summary ? (
        <details className="group">
          <summary className={buttonClass("quiet", "-ml-3 w-fit")}>
            {summary}
            <ChevronDown aria-hidden className="transition-transform duration-[120ms] group-open:rotate-180" />
          </summary>
          {boxes}
        </details>
      ) : (
        boxes
      )}
    </fieldset>
  );
}
