import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Notes } from "./use-typed.ts";

/** Said before sending, beside the button that sends. */
export function SensitiveNote({ notes }: { notes: Notes }) {
  const w = useWords().report;
  if (!notes.citizen && !notes.password && !notes.oldFont) return null;
  return (
    <div className="grid gap-2" aria-live="polite">
      {notes.password && <Notice tone="bad">{w.passwordFound}</Notice>}
      {notes.citizen && (
        <Notice tone="warning">
          <p className="font-medium">{w.citizenFound}</p>
          <p>{w.citizenHint}</p>
          <Checkbox name="keepNumbers" label={w.keepNumbers} className="mt-1" />
        </Notice>
      )}
      {notes.oldFont && <Notice tone="warning">{w.oldFont}</Notice>}
    </div>
  );
}
