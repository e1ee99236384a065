import { Form } from "@remix-run/react";
import type { SessionPreset } from "#app/domain/identity/limits.ts";
import { useWords } from "#app/i18n/words.tsx";
import { RadioTiles } from "#app/ui/choices.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export function SessionPresetForm({ presets, current }: { presets: readonly SessionPreset[]; current: SessionPreset }) {
  const w = useWords();
  return (
    <Form method="post" className="grid gap-4">
      <RadioTiles
        name="preset"
        label={w.settings.sessionChoice}
        hint={w.settings.sessionLead}
        shape="cards"
        defaultValue={current}
        tiles={presets.map((value) => ({ value, ...w.settings.presets[value] }))}
      />
      <SubmitButton name="intent" value="session" variant="secondary" className="justify-self-start">
        {w.common.save}
      </SubmitButton>
    </Form>
  );
}
