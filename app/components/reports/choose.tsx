import { Form, Link } from "@remix-run/react";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { placeName } from "../place-name.ts";

/** Which period, and which part of the city. */
export function Choose({ page }: { page: ReportPage }) {
  const w = useWords();
  const { period, scope, choices, presets } = page;
  return (
    <div className="mb-6 grid gap-3 print:hidden">
      <nav aria-label={w.reports.period} className="flex flex-wrap gap-1">
        {presets.map(({ key, from, to }) => {
          const current = from === period.from && to === period.to;
          return (
            <Link
              key={key}
              to={paths.reports({ from, to, site: scope.id })}
              aria-current={current ? "true" : undefined}
              className={cx(
                "target inline-flex items-center rounded-md px-3 no-underline",
                current ? "bg-accent-soft font-medium text-accent" : "text-ink hover:bg-sunken",
              )}
            >
              {w.reports.presets[key]}
            </Link>
          );
        })}
      </nav>
      <Form key={`${period.from}${period.to}${scope.id}`} className="flex flex-wrap items-end gap-3">
        <TextField name="from" type="date" label={w.reports.from} defaultValue={period.from} required />
        <TextField name="to" type="date" label={w.reports.to} defaultValue={period.to} required />
        {choices.length > 1 && (
          <SelectField
            name="site"
            label={w.reports.place}
            defaultValue={scope.id}
            choices={choices.map((choice) => ({ value: choice.id, label: placeName(choice, w) }))}
          />
        )}
        <Button type="submit">{w.reports.show}</Button>
      </Form>
    </div>
  );
}
