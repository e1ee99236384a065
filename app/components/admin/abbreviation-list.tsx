import { Form, useSearchParams } from "@remix-run/react";
import type { Abbreviation } from "#app/domain/tickets/search/abbreviations-admin.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DataTable } from "./data-table.tsx";

export function AbbreviationList({ rows }: { rows: readonly Abbreviation[] }) {
  const w = useWords();
  const words = w.places.abbreviations;
  const [search] = useSearchParams();
  const edit = (short: string) => {
    const query = new URLSearchParams([...search].filter(([name]) => ["q", "kind", "after"].includes(name)));
    query.set("edit", short);
    return `?${query}#form`;
  };
  return (
    <DataTable
      caption={w.places.sections.abbreviations}
      rows={rows}
      keyOf={({ short }) => short}
      columns={[
        { label: words.short, cell: ({ short }) => short },
        { label: words.long, plain: true, cell: ({ long }) => long },
        { label: words.kind, plain: true, cell: ({ kind }) => <span className="text-quiet">{words.kinds[kind]}</span> },
        {
          label: "",
          cell: ({ short }) => (
            <Form method="post" preventScrollReset className="-my-1 flex gap-1 md:justify-end print:hidden">
              <input type="hidden" name="short" value={short} />
              <ButtonLink to={edit(short)} variant="quiet" aria-label={words.edit(short)}>
                {w.common.edit}
              </ButtonLink>
              <SubmitButton name="intent" value="remove" variant="quiet" aria-label={words.remove(short)}>
                {w.common.remove}
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  );
}
