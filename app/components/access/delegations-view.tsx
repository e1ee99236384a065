import { Form } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { DayField, dayText } from "#app/components/admin/dates.tsx";
import type { DelegationsPage } from "#app/domain/access/delegations.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export function DelegationsView({ page, reply }: { page: DelegationsPage; reply?: Reply }) {
  const w = useWords();
  const { delegations: words, problems: special } = w.accessRegister;
  const { error, value, problems } = useReply(reply, special);
  return (
    <>
      <ErrorSummary problems={problems} />
      <Section id="given" title={words.given}>
        {page.rows.length === 0 ? (
          <p className="text-quiet">{words.none}</p>
        ) : (
          <DataTable
            caption={words.given}
            rows={page.rows}
            keyOf={({ id }) => id}
            columns={[
              { label: words.from, cell: ({ from }) => from },
              { label: words.to, cell: ({ to }) => to },
              {
                label: words.when,
                cell: ({ validFrom, validUntil }) => `${dayText(validFrom)} – ${dayText(validUntil)}`,
              },
              { label: words.why, cell: ({ why }) => <span className="wrap-anywhere">{why}</span> },
              { label: words.end, plain: true, cell: (row) => <End row={row} /> },
            ]}
          />
        )}
      </Section>
      <Section id="add" title={words.add}>
        {page.colleagues.length === 0 ? (
          <p className="text-quiet">{words.nobody}</p>
        ) : (
          <Form method="post" noValidate className="grid content-start gap-4">
            <SelectField
              name="toId"
              label={words.to}
              empty={w.common.choose}
              choices={page.colleagues.map(({ id, fullName, position }) => ({
                value: id,
                label: [fullName, position].filter(Boolean).join(" · "),
              }))}
              defaultValue={value("toId") ?? ""}
              error={error("toId")}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <DayField
                name="from"
                label={w.access.from}
                day={page.today}
                typed={value("from")}
                error={error("from")}
              />
              <DayField name="until" label={w.access.until} day="" typed={value("until")} error={error("until")} />
            </div>
            <TextField name="why" label={words.why} maxLength={200} defaultValue={value("why")} error={error("why")} />
            <SubmitButton name="intent" value="make" className="justify-self-start">
              {words.make}
            </SubmitButton>
          </Form>
        )}
      </Section>
    </>
  );
}

function End({ row: { id, mine, over } }: { row: DelegationsPage["rows"][number] }) {
  const words = useWords().accessRegister.delegations;
  if (over) return <span className="text-quiet">{words.over}</span>;
  if (!mine) return null;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <SubmitButton name="intent" value="end" variant="quiet">
        {words.end}
      </SubmitButton>
    </Form>
  );
}
