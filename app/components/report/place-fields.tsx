import { Form, useSubmit } from "@remix-run/react";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";

/** Which ward the ticket is for. One ward is a fact and only said; several are a choice, made before the form. */
export function PlaceFields({ page }: { page: ReportPage }) {
  const w = useWords();
  const submit = useSubmit();
  const { ward, wards } = page;
  const nameOf = ({ name, unitKind }: ReportPage["ward"]) => (unitKind ? `${w.common.unit[unitKind]} ${name}` : name);
  if (wards.length < 2) return null;
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-2" preventScrollReset>
      <div className="grid min-w-0 flex-1 gap-1">
        <label htmlFor="field-siteId" className="font-medium">
          {w.report.place}
        </label>
        <select
          id="field-siteId"
          name="siteId"
          key={ward.id}
          defaultValue={ward.id}
          className="field"
          onChange={(event) => submit(event.currentTarget.form, { replace: true, preventScrollReset: true })}
        >
          {wards.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </div>
      <noscript>
        <Button type="submit">{w.report.placeChange}</Button>
      </noscript>
    </Form>
  );
}
