import { Copy } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";

/** On a duplicate: where it goes on, and the way back for who knows better. */
export function OriginalNotice({ page }: { page: PageData }) {
  const w = useWords();
  const { original, offered } = page;
  if (!original) return null;
  const hidden = original.title === null;
  return (
    <section aria-labelledby="original" className="grid gap-3 rounded-md border border-line bg-sunken p-4">
      <div className="grid gap-1">
        <h2 id="original" className="flex items-start gap-2 text-lg">
          <Copy aria-hidden className="mt-1 size-[18px] shrink-0 text-quiet" />
          {w.ticket.duplicate.title(original.number)}
        </h2>
        {!hidden && <p className="wrap-anywhere">{original.title}</p>}
        <p className="max-w-text text-sm text-quiet">
          {hidden ? w.ticket.duplicate.leadHidden : w.ticket.duplicate.lead}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 print:hidden">
        {!hidden && (
          <ButtonLink to={paths.ticket(original.number)}>{w.ticket.duplicate.open(original.number)}</ButtonLink>
        )}
        {offered.includes("unmark_duplicate") && <QuickForm page={page} doing="unmark-duplicate" variant="quiet" />}
      </div>
    </section>
  );
}
