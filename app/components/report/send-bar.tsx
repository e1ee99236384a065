import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { SENSITIVE } from "./sensitive-note.tsx";
import type { Notes } from "./use-typed.ts";
import type { Uploads } from "./use-uploads.ts";

type Props = { page: ReportPage; uploads: Uploads; notes: Notes };

/** Always in view: the button, and beside it what stands in its way, or who will read the ticket. */
export function SendBar({ page, uploads, notes }: Props) {
  const w = useWords().report;
  const names = page.engineers.slice(0, 2).join(", ");
  const toldIn = (id: string, word: string) => (
    <a href={`#${id}`} className="font-medium text-red underline underline-offset-2">
      {word}
    </a>
  );
  const word = () => {
    if (uploads.busy) return w.sendingFiles;
    if (uploads.stuck) return toldIn("field-files", w.filesStuck);
    if (notes.password) return toldIn(SENSITIVE, w.passwordFound);
    if (notes.citizen) return toldIn(SENSITIVE, w.citizenFound);
    return names ? w.seenBy(names) : w.seenByDesk;
  };
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-page px-4 py-3 lg:bottom-0 lg:mx-0 lg:px-0">
      <SubmitButton pending={uploads.busy} className="px-6">
        {w.send}
      </SubmitButton>
      <p role="status" className="min-w-0 flex-1 text-sm text-quiet">
        {word()}
      </p>
    </div>
  );
}
