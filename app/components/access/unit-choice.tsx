import { Form } from "@remix-run/react";
import { placeName } from "#app/components/place-name.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export type Ward = { id: number; name: string; unitKind: "phuong" | "xa" | "dac_khu" | null };

type Props = { ward: Ward | null; wards: readonly Ward[]; everywhere?: string };

/** Another unit, where somebody works for more than one. */
export function UnitChoice({ ward, wards, everywhere }: Props) {
  const w = useWords();
  return (
    <Form className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        name="siteId"
        label={w.accessPages.ask.unit}
        empty={everywhere}
        choices={wards.map((one) => ({ value: one.id, label: placeName(one, w) }))}
        defaultValue={ward?.id ?? ""}
      />
      <SubmitButton variant="secondary">{w.common.choose}</SubmitButton>
    </Form>
  );
}
