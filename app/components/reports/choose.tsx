import { Form, Link } from "@remix-run/react";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { scopeName } from "./scope-name.ts";

/** Which period, and which part of the city. */
export function Choose({ page }: { page: ReportPage }) {
  const w = useWords();
  const { period, scope, choices, presets, refused, span } = page;
  const typed = refused?.typed ?? { from: formatDate(span.from), to: formatDate(span.lastDay) };
  const errorOf = (field: "from" | "to") => {
    const problem = refused?.problems[field];
    return problem && w.reports.problem[problem];
  };
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
      <Form key={`${typed.from} ${typed.to} ${scope.id}`} className="flex flex-wrap items-end gap-3" noValidate>
        {(["from", "to"] as const).map((field) => (
          <TextField
            key={field}
            name={field}
            label={w.reports[field]}
            error={errorOf(field)}
            defaultValue={typed[field]}
            placeholder={w.reports.dayShape}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            className="w-40 max-sm:w-[calc(50%-0.375rem)]"
          />
        ))}
        {choices.length > 1 && (
          <SelectField
            name="site"
            label={w.reports.place}
            defaultValue={scope.id}
            choices={choices.map((choice) => ({ value: choice.id, label: scopeName(choice, w) }))}
            className="max-sm:w-full"
          />
        )}
        <Button type="submit">{w.reports.show}</Button>
      </Form>
    </div>
  );
}
