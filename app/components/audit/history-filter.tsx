import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { AUDIT_KINDS, type AuditKind } from "#app/lib/audit-kinds.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";

export type HistoryFilters = {
  q: string;
  who: string;
  kind: AuditKind | null;
  object: string | null;
  /** As typed. */
  from: string;
  to: string;
};

export function HistoryFilter({ filters, refused }: { filters: HistoryFilters; refused: ("from" | "to")[] }) {
  const w = useWords();
  const words = w.audit;
  const { kind, object } = filters;
  const text = (name: "q" | "who" | "from" | "to", label: string, className: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      defaultValue={filters[name]}
      error={name !== "q" && name !== "who" && refused.includes(name) ? w.places.problems["on.malformed"] : null}
      placeholder={name === "from" || name === "to" ? words.dayShape : undefined}
      inputMode={name === "from" || name === "to" ? "numeric" : undefined}
      type={name === "q" ? "search" : "text"}
      maxLength={name === "q" || name === "who" ? 100 : 10}
      autoComplete="off"
      className={className}
    />
  );
  return (
    <Form
      key={JSON.stringify(filters)}
      method="get"
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3 print:hidden"
    >
      {text("q", words.search, "min-w-0 grow sm:max-w-80 max-sm:w-full", words.searchHint)}
      {text("who", words.who, "min-w-0 sm:w-52 max-sm:w-full", words.whoHint)}
      <SelectField
        name="kind"
        label={words.kind}
        empty={words.anything}
        defaultValue={kind ?? ""}
        choices={AUDIT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        className="max-sm:w-full"
      />
      <div className="flex flex-wrap items-end gap-3 max-sm:w-full">
        {text("from", words.from, "w-40 max-sm:w-[calc(50%-0.375rem)]")}
        {text("to", words.to, "w-40 max-sm:w-[calc(50%-0.375rem)]")}
        {object && <input type="hidden" name="object" value={object} />}
        <Button type="submit">{w.places.search}</Button>
      </div>
    </Form>
  );
}
