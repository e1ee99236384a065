import { Form } from "@remix-run/react";
import { UNIT_KINDS, type UnitKind } from "#app/domain/directory/site.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DayField } from "./dates.tsx";

type SiteFacts = { name: string; unitKind: UnitKind | null; formerArea: string | null; validFrom: string };
type SiteFormProps = {
  /** A unit has a kind and perhaps an old district; a department has neither. */
  unit: boolean;
  site: SiteFacts;
  /** Left out for a new one. */
  version?: number;
  reply?: Reply;
};

export function SiteForm({ unit, site, version, reply }: SiteFormProps) {
  const w = useWords();
  const { fields } = w.places.site;
  const { error, value, problems } = useReply(reply, w.places.problems);
  return (
    <Form method="post" noValidate className="grid max-w-form content-start gap-4">
      <ErrorSummary problems={problems} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {unit && (
        <SelectField
          name="unitKind"
          label={fields.unitKind}
          choices={UNIT_KINDS.map((kind) => ({ value: kind, label: w.common.unit[kind] }))}
          defaultValue={value("unitKind") ?? site.unitKind ?? "phuong"}
          error={error("unitKind")}
          className="max-w-48"
        />
      )}
      <TextField
        name="name"
        label={fields.name}
        hint={unit ? fields.unitNameHint : undefined}
        defaultValue={value("name") ?? site.name}
        error={error("name")}
        maxLength={120}
        autoComplete="off"
        required
      />
      {unit && (
        <TextField
          name="formerArea"
          label={fields.formerArea}
          hint={fields.formerAreaHint}
          defaultValue={value("formerArea") ?? site.formerArea ?? ""}
          error={error("formerArea")}
          maxLength={120}
          autoComplete="off"
          optional
        />
      )}
      <DayField
        name="validFrom"
        label={fields.validFrom}
        day={site.validFrom}
        typed={value("validFrom")}
        error={error("validFrom")}
      />
      {version !== undefined && (
        <Checkbox
          name="keepOldName"
          label={fields.keepOldName}
          hint={unit ? fields.keepOldNameHint : fields.keepOldDepartmentNameHint}
          defaultChecked={reply ? value("keepOldName") !== undefined : true}
        />
      )}
      <SubmitButton name="intent" value="change" className="justify-self-start">
        {version === undefined ? w.places.add : w.common.save}
      </SubmitButton>
    </Form>
  );
}
