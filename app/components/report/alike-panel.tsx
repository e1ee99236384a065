import { Form } from "@remix-run/react";
import { Users } from "lucide-react";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Time } from "#app/ui/time.tsx";

type Alike = ReportPage["alike"];
const formOf = (number: number) => `join-${number}`;

/** Beside the form on a wide screen, under the title on a phone. Each button belongs to a form of its own below. */
export function AlikePanel({ alike, waiting }: { alike: Alike; waiting: string }) {
  const w = useWords();
  if (alike.length === 0) return null;
  return (
    <section
      aria-labelledby="alike"
      className="animate-appear rounded-md border border-line bg-sunken p-4 xl:absolute xl:top-0 xl:left-full xl:ml-10 xl:w-72"
    >
      <h2 id="alike" className="font-semibold">
        {w.report.alike}
      </h2>
      <p className="text-sm text-quiet">{w.report.alikeLead}</p>
      <ul className="mt-1 divide-y divide-line">
        {alike.map((ticket) => (
          <li key={ticket.number} className="grid gap-1 py-3 last:pb-0">
            <p>
              <span className="figures text-quiet">{ticket.number}</span> {ticket.title}
            </p>
            <p className="flex flex-wrap gap-x-2 text-sm text-quiet">
              <Time at={ticket.receivedAt} />
              <span>{w.tickets.status[ticket.status]}</span>
              <span>{w.report.alikeStatus(ticket.affected)}</span>
              {ticket.peopleWaiting > 0 && (
                <span className="inline-flex items-center gap-1">
                  <Users aria-hidden className="size-3.5" />
                  {w.report.alikeWaiting(ticket.peopleWaiting)}
                </span>
              )}
            </p>
            {ticket.mine ? <OwnTicket number={ticket.number} /> : <Join ticket={ticket} waiting={waiting} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reported or joined by this person before: nothing to add, only to look at. */
function OwnTicket({ number }: { number: number }) {
  const w = useWords();
  return (
    <ButtonLink to={paths.ticket(number)} className="justify-self-start">
      {w.report.open}
    </ButtonLink>
  );
}

function Join({ ticket, waiting }: { ticket: Alike[number]; waiting: string }) {
  const w = useWords();
  return (
    <div className="flex items-center gap-2">
      <Button
        type="submit"
        form={formOf(ticket.number)}
        title={w.report.joinNumber(ticket.number)}
        className="shrink-0 whitespace-nowrap"
      >
        {w.report.join}
      </Button>
      <label className="flex items-center gap-2 text-sm text-quiet">
        <input
          key={waiting}
          type="number"
          inputMode="numeric"
          min={0}
          max={9999}
          form={formOf(ticket.number)}
          name="peopleWaiting"
          defaultValue={waiting}
          className="field figures w-16 px-2"
        />
        {w.report.joinWaiting}
      </label>
    </div>
  );
}

/** A form cannot stand inside a form, so these stand behind it. */
export function JoinForms({ alike }: { alike: Alike }) {
  return alike.map(({ number, commandId }) => (
    <Form key={number} id={formOf(number)} method="post" action={paths.alike()} hidden>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="commandId" value={commandId} />
    </Form>
  ));
}
