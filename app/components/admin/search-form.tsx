import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

type SearchFormProps = { q: string; label: string; hint?: string; children?: ReactNode; stateKey?: string };

/** Asks for the same page with other words; children are further fields. */
export function SearchForm({ q, label, hint, children, stateKey = "" }: SearchFormProps) {
  const w = useWords();
  return (
    <Form
      key={`${q} ${stateKey}`}
      method="get"
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3 print:hidden"
    >
      <TextField
        name="q"
        type="search"
        label={label}
        hint={hint}
        defaultValue={q}
        maxLength={100}
        autoComplete="off"
        className="min-w-0 grow sm:max-w-96 max-sm:w-full"
      />
      {children}
      <Button type="submit">{w.places.search}</Button>
    </Form>
  );
}
