import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Named = { id: number; name: string; nameEn: string };
type NamesFormProps = {
  /** Left out for a new one, which needs a key. */
  version?: number;
  names: { name: string; nameEn: string };
  /** A system has a team; a team has none. */
  teams?: { choices: readonly Named[]; chosen: number | null };
  reply?: Reply;
};

/** For a system or a team: what it is called, in both languages. */
export function NamesForm({ version, names, teams, reply }: NamesFormProps) {
  const w = useWords();
  const lang = useLang();
  const { fields } = w.places;
  const { error, value, problems } = useReply(reply, w.places.problems);
  const text = (name: "name" | "nameEn" | "key", more: { hint?: string; maxLength: number; otherwise: string }) => (
    <TextField
      name={name}
      label={fields[name]}
      hint={more.hint}
      defaultValue={value(name) ?? more.otherwise}
      error={error(name)}
      maxLength={more.maxLength}
      autoComplete="off"
      required
    />
  );
  return (
    <Form method="post" noValidate className="grid max-w-form content-start gap-4">
      <ErrorSummary problems={problems} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {text("name", { maxLength: 120, otherwise: names.name })}
      {text("nameEn", { maxLength: 120, otherwise: names.nameEn })}
      {version === undefined && text("key", { maxLength: 20, otherwise: "", hint: fields.keyHint })}
      {teams && (
        <SelectField
          name="teamId"
          label={fields.teamId}
          hint={fields.teamHint}
          empty={teams.chosen === null ? w.common.choose : undefined}
          choices={teams.choices.map((team) => ({ value: team.id, label: lang === "en" ? team.nameEn : team.name }))}
          defaultValue={value("teamId") ?? teams.chosen ?? ""}
          error={error("teamId")}
        />
      )}
      <SubmitButton name="intent" value="change" className="justify-self-start">
        {version === undefined ? w.places.add : w.common.save}
      </SubmitButton>
    </Form>
  );
}
