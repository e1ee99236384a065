import { Form } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { Group, One } from "./other-tickets.tsx";
import type { PageData } from "./page-data.ts";

/** Open tickets that sound the same; one press asks in place whether they are, and says what follows. */
export function AlikeList({ page }: { page: PageData }) {
  const w = useWords();
  const { alike, offered } = page;
  if (alike.length === 0) return null;
  return (
    <Group id="alike" title={w.ticket.fact.alike} className="print:hidden">
      {alike.map((one) => (
        <li key={one.number} className="grid grid-cols-[minmax(0,1fr)]">
          <One number={one.number} title={one.title}>
            {w.tickets.status[one.status]} · <Time at={one.receivedAt} />
          </One>
          {one.mayMerge && offered.includes("mark_duplicate") && <Merge page={page} one={one} />}
        </li>
      ))}
    </Group>
  );
}

/** The younger one ends; where it is the other way round, the menu of that ticket says so. */
function Merge({ page, one }: { page: PageData; one: PageData["alike"][number] }) {
  const w = useWords();
  const { ticket } = page;
  const [duplicate, of] = one.number > ticket.number ? [one, ticket] : [ticket, one];
  return (
    <details className="group">
      <summary className={buttonClass("quiet", "-ml-3 w-fit")}>
        {w.ticket.action.mark_duplicate}
        <span className="sr-only"> {one.number}</span>
        <ChevronDown aria-hidden className="group-open:rotate-180" />
      </summary>
      <Form
        method="post"
        action={paths.ticketPart(duplicate.number, "mark-duplicate")}
        preventScrollReset
        className="mt-1 grid animate-appear gap-3 rounded-md border border-line bg-sunken p-3"
      >
        <input type="hidden" name="version" value={duplicate.version} />
        <input type="hidden" name="commandId" value={page.commandIds["mark-duplicate"]} />
        <input type="hidden" name="of" value={of.number} />
        <input type="hidden" name="stay" value={ticket.number} />
        <p className="text-sm">{w.ticket.duplicate.ends(duplicate.number, of.number)}</p>
        <SubmitButton name="intent" value={`merge-${one.number}`} variant="secondary" className="w-fit">
          {w.ticket.duplicate.confirm(duplicate.number, of.number)}
        </SubmitButton>
      </Form>
    </details>
  );
}
