import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Field, type FieldFacts } from "#app/ui/field.tsx";
import { nameFirst, placeName } from "../place-name.ts";

type PlaceFieldProps = FieldFacts & {
  places: PlaceChoices;
  defaultValue?: string | number | null;
  empty?: string;
  required?: boolean;
};

/**
 * Every unit with its rooms below it; a plain list, so that it works everywhere. Each line begins with the unit's own
 * name: a browser jumps to the letters that are typed.
 */
export function PlaceField({ places, defaultValue, empty, required, ...facts }: PlaceFieldProps) {
  const w = useWords();
  return (
    <Field {...facts}>
      {(wiring) => (
        <select className="field" defaultValue={String(defaultValue ?? "")} required={required} {...wiring}>
          {empty !== undefined && <option value="">{empty}</option>}
          {places.city && <option value={places.city.id}>{places.city.name}</option>}
          {places.units.map((unit) =>
            unit.rooms.length === 0 ? (
              <option key={unit.id} value={unit.id}>
                {nameFirst(unit, w)}
              </option>
            ) : (
              <optgroup key={unit.id} label={placeName(unit, w)}>
                <option value={unit.id}>{w.people.form.wholeUnit(nameFirst(unit, w))}</option>
                {unit.rooms.map((room) => (
                  <option key={room.id} value={room.id}>
                    {`${nameFirst(unit, w)} · ${room.name}`}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}
