import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Notes } from "./use-typed.ts";

export const SENSITIVE = "sensitive";

/** Said before sending, under the words it is about; the bar at the bottom leads here. */
export function SensitiveNote({ notes }: { notes: Notes }) {
  const w = useWords().report;
  if (!notes.citizen && !notes.password && !notes.oldFont) return null;
  return (
    <div id={SENSITIVE} tabIndex={-1} className="grid scroll-my-24 gap-2">
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
