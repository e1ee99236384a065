import type { ImportResult } from "#app/domain/policy/people-import.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

export function ImportDone({ result: { counts, invited } }: { result: ImportResult }) {
  const w = useWords();
  const words = w.peopleImport;
  return (
    <div className="grid max-w-form gap-4">
      <Notice tone="good">
        <p>{words.done(counts.new, counts.changed)}</p>
        {invited > 0 && <p>{words.invited(invited)}</p>}
        {counts.refused > 0 && <p>{words.refusedStay(counts.refused)}</p>}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={paths.admin("people")} variant="primary">
          {words.toList}
        </ButtonLink>
        <ButtonLink to={paths.admin("people/import")}>{words.another}</ButtonLink>
      </div>
    </div>
  );
}
