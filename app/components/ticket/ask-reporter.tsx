import { useWords } from "#app/i18n/words.tsx";
import { PromiseWords } from "../clocks/promise.tsx";
import { ActionButton } from "./actions.tsx";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";
import { UserText } from "./user-text.tsx";

/** The one question to the ward: does it work now? */
export function AskReporter({ page }: { page: PageData }) {
  const w = useWords();
  if (page.primary !== "confirm") return null;
  return (
    <section
      aria-labelledby="works-now"
      className="grid gap-3 rounded-md border border-green-line bg-green-soft p-4 print:hidden"
    >
      <h2 id="works-now" className="text-lg">
        {w.ticket.ask.title}
      </h2>
      {page.ticket.resolution && (
        <div>
          <p className="text-sm text-quiet">{w.ticket.told.done}</p>
          <UserText>{page.ticket.resolution.done}</UserText>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <QuickForm page={page} doing="confirm" variant="primary" />
        {page.offered.includes("reopen") && <ActionButton page={page} doing="reopen" variant="secondary" />}
      </div>
      <p className="text-sm text-quiet">
        <PromiseWords promised={{ ...page.ticket, left: null }} />
      </p>
    </section>
  );
}
