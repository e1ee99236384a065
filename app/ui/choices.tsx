import type { InputHTMLAttributes, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Aside, type FieldFacts, Optional, wire } from "./field.tsx";

type CheckboxProps = FieldFacts & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldFacts>;

export function Checkbox({ name, label, hint, error, id, className, optional: _, ...control }: CheckboxProps) {
  const wiring = wire({ name, label, hint, error, id });
  return (
    <div className={cx("grid grid-cols-[auto_1fr] gap-x-2", className)}>
      <input type="checkbox" className="mt-[3px] size-[18px] accent-accent" {...control} {...wiring} />
      <div>
        <label htmlFor={wiring.id} className="target inline-block">
          {label}
        </label>
        <Aside id={wiring.id} hint={hint} error={error} />
      </div>
    </div>
  );
}

export type Tile = { value: string | number; label: string; hint?: ReactNode; icon?: ReactNode };
type TilesProps = FieldFacts & {
  tiles: readonly Tile[];
  defaultValue?: string | number | null;
  required?: boolean;
  /** Tiles stand in a grid, cards one under the other. */
  shape?: "tiles" | "cards";
  onChoose?: (value: string) => void;
};

/** Radio buttons that are large enough to hit in a hurry; they need no JavaScript. */
export function RadioTiles({ tiles, defaultValue, required, shape = "tiles", onChoose, ...facts }: TilesProps) {
  const wiring = wire(facts);
  return (
    <fieldset
      className={cx("grid min-w-0 gap-2", facts.error && "border-l-2 border-red pl-3", facts.className)}
      aria-describedby={wiring["aria-describedby"]}
    >
      <legend className="mb-1 font-medium">
        {facts.label}
        {facts.optional && <Optional />}
      </legend>
      <Aside id={wiring.id} hint={facts.hint} error={facts.error} />
      <div className={shape === "tiles" ? "grid grid-cols-2 gap-2 sm:grid-cols-3" : "grid gap-2"}>
        {tiles.map((tile, place) => (
          <label key={tile.value} className={TILE}>
            <input
              type="radio"
              id={place === 0 ? wiring.id : undefined}
              name={facts.name}
              value={tile.value}
              defaultChecked={defaultValue != null && String(defaultValue) === String(tile.value)}
              required={required}
              className="mt-[3px] size-[18px] shrink-0 accent-accent"
              onChange={onChoose && (() => onChoose(String(tile.value)))}
            />
            {tile.icon && <span className="mt-[3px] text-quiet [&_svg]:size-[18px]">{tile.icon}</span>}
            <span className="min-w-0">
              <span className="block font-medium">{tile.label}</span>
              {tile.hint && <span className="block text-sm text-quiet">{tile.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const TILE = cx(
  "flex min-h-11 cursor-pointer items-start gap-2 rounded-md border border-edge bg-raised px-3 py-2",
  "hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent [&_input]:outline-none",
);
