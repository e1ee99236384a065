import { Form } from "@remix-run/react";
import type { Place } from "#app/domain/directory/catalog.server.ts";
import type { AdminSite } from "#app/domain/directory/sites-admin.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { placeName } from "../place-name.ts";
import { DayField } from "./dates.tsx";

type EndFormProps = { site: AdminSite; units: readonly Place[]; today: string; reply?: Reply };

export function EndForm({ site, units, today, reply }: EndFormProps) {
  const w = useWords();
  const { end } = w.places.site;
  const { error, value, problems } = useReply(reply, w.places.problems);
  return (
    <Form method="post" noValidate className="grid content-start gap-4">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="version" value={site.version} />
      <DayField
        name="on"
        label={end.lastDay}
        hint={end.lastDayHint}
        day={today}
        typed={value("on")}
        error={error("on")}
      />
      {units.length > 0 && (
        <SelectField
          name="mergedIntoId"
          label={end.mergedInto}
          hint={end.mergedIntoHint}
          empty={end.noSuccessor}
          choices={units.map((unit) => ({ value: unit.id, label: placeName(unit, w) }))}
          defaultValue={value("mergedIntoId") ?? ""}
          error={error("mergedIntoId")}
          optional
        />
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{end.open}</SubmitButton>
        <ButtonLink to={paths.admin(`sites/${site.id}`)} variant="quiet">
          {w.common.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}
