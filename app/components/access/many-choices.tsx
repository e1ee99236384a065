import { ChevronDown } from "lucide-react";
import { Aside } from "#app/ui/field.tsx";

type Choice = { value: number; group: string; open: boolean; label: string; hint: string };
type Props = {
  name: string;
  label: string;
  hint: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  error: string | null;
};

/** Any number of a long list, folded group by group; a group in which something is chosen is open. */
export function ManyChoices({ name, label, hint, choices, chosen, error }: Props) {
  const id = `field-${name}`;
  const groups = [...Map.groupBy(choices, ({ group }) => group)];
  return (
    <fieldset className="grid min-w-0 gap-1" aria-describedby={`${id}-hint`}>
      <legend className="sr-only">{label}</legend>
      <Aside id={id} hint={hint} error={error} />
      {groups.map(([group, list], place) => (
        <details
          key={group}
          open={list.some(({ open, value }) => open || chosen.includes(String(value)))}
          className="group border-b border-line"
        >
          <summary className="target flex items-center gap-2 py-2 font-medium">
            <ChevronDown
              aria-hidden
              className="size-[18px] transition-transform duration-[120ms] group-open:rotate-180"
            />
            {group}
          </summary>
          <div className="grid gap-x-6 pb-2 pl-6 sm:grid-cols-2">
            {list.map(({ value, label: text, hint: about }, at) => (
              <label key={value} className="target flex items-start gap-2 py-1">
                <input
                  type="checkbox"
                  id={place === 0 && at === 0 ? id : undefined}
                  name={name}
                  value={value}
                  defaultChecked={chosen.includes(String(value))}
                  className="mt-[3px] size-[18px] shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {text}
                  {about && <span className="block text-sm text-quiet">{about}</span>}
                </span>
              </label>
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
