import { History } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** From anything that an admin keeps to what was changed about it. */
export function HistoryLink({ kind, id }: { kind: keyof Words["audit"]["kinds"]; id: string | number }) {
  const w = useWords();
  return (
    <ButtonLink to={paths.admin("history", { kind, object: id })} variant="quiet" className="print:hidden">
      <History aria-hidden />
      {w.audit.link}
    </ButtonLink>
  );
}
