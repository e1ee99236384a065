import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";

/** What was just done, and the way back where there is one; in the gap under the heading, so that nothing moves. */
export function DoneNotice({ page }: { page: PageData }) {
  const w = useWords();
  const said = Object.entries(w.ticket.done).find(([code]) => `ticket.${code}` === page.done)?.[1];
  if (!said) return null;
  const undoable = page.undo !== null && page.done === `ticket.${page.undo}`;
  return (
    <div className="relative z-10 h-0 print:hidden">
      <div className="absolute inset-x-0 -bottom-5 *:py-1 pointer-coarse:*:py-0.5">
        <Notice tone="good" live action={undoable && <QuickForm page={page} doing="undo" variant="secondary" />}>
          {said}
        </Notice>
      </div>
    </div>
  );
}
