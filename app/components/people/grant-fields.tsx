import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { useReply } from "#app/ui/form-reply.ts";
import { PlaceField } from "./place-field.tsx";

export type TeamChoice = { id: number; name: string; nameEn: string };
type GrantFieldsProps = {
  places: PlaceChoices;
  teams: readonly TeamChoice[];
  said: ReturnType<typeof useReply>;
  /** The role may be left out. */
  optional?: boolean;
};

export function GrantFields({ places, teams, said: { value, error }, optional = false }: GrantFieldsProps) {
  const w = useWords();
  const lang = useLang();
  const words = w.people.grants;
  const day = (name: "from" | "until", label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      defaultValue={value(name)}
      error={error(name)}
      placeholder={words.dayShape}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
    />
  );
  return (
    <>
      <SelectField
        name="role"
        label={words.role}
        empty={optional ? w.people.form.noRole : w.common.choose}
        choices={ROLES.map((role) => ({ value: role, label: w.common.role[role] }))}
        defaultValue={value("role") ?? ""}
        error={error("role")}
        required={!optional}
      />
      <PlaceField
        name="at"
        label={words.at}
        hint={words.atHint}
        places={places}
        empty={w.common.choose}
        defaultValue={value("at")}
        error={error("at")}
      />
      <SelectField
        name="teamId"
        label={words.team}
        hint={words.teamHint}
        empty={w.common.none}
        choices={teams.map((team) => ({ value: team.id, label: lang === "en" ? team.nameEn : team.name }))}
        defaultValue={value("teamId") ?? ""}
        error={error("teamId")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {day("from", words.from, words.fromHint)}
        {day("until", words.until, words.untilHint)}
      </div>
    </>
  );
}
