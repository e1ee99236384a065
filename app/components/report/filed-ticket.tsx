import { CircleCheck, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { asksWaiting } from "#app/domain/tickets/priority.ts";
import type { getFiledTicket } from "#app/domain/tickets/report-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatPhone } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PromiseWords } from "../clocks/promise.tsx";

type Ticket = Awaited<ReturnType<typeof getFiledTicket>>;

/** A page, not a toast: the number to read out, who looks at it, and what happens until it is done. */
export function FiledTicket({ ticket }: { ticket: Ticket }) {
  const w = useWords();
  const { filed } = w;
  const promised = ticket.status === "resolved" ? ticket.closesAt !== null : ticket.left !== null;
  return (
    <div className="max-w-form px-4 py-6 lg:box-content lg:px-10 lg:py-8">
      <p className="flex items-center gap-2 font-medium text-green">
        <CircleCheck aria-hidden className="size-[18px]" />
        {filed.sent}
      </p>
      <h1 className="figures text-3xl">{filed.title(ticket.number)}</h1>
      <p className="text-lg text-quiet">{ticket.title}</p>
      {promised && (
        <p className="mt-4 flex items-start gap-2 text-lg font-medium">
          <Clock aria-hidden className="mt-1 size-[18px] shrink-0 text-quiet" />
          <PromiseWords promised={ticket} />
        </p>
      )}
      <p className="mt-1 text-quiet">{filed.priority(w.tickets.priority[ticket.priority])}</p>
      {ticket.onBehalfOf && <p className="mt-1">{filed.onBehalf(ticket.onBehalfOf)}</p>}
      <div className="mt-8 grid gap-6 border-t border-line pt-6">
        <Part title={filed.who}>
          <Engineers engineers={ticket.engineers} />
        </Part>
        <Part title={filed.next}>
          <ol className="grid list-decimal gap-1 pl-5">
            <li>{filed.steps.read}</li>
            <li>{filed.steps.told}</li>
            <li>{filed.steps.confirm}</li>
          </ol>
        </Part>
        <Part title={filed.meanwhile}>
          {asksWaiting(ticket.impact) && <p className="mb-1">{filed.counter}</p>}
          <p>{filed.addMore}</p>
        </Part>
      </div>
      <div className="mt-8 flex flex-wrap gap-2">
        <ButtonLink variant="primary" to={paths.ticket(ticket.number)}>
          {w.report.open}
        </ButtonLink>
        <ButtonLink to={paths.newTicket()}>{filed.another}</ButtonLink>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="max-w-text">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Engineers({ engineers }: { engineers: Ticket["engineers"] }) {
  const { filed } = useWords();
  if (engineers.length === 0) return <p>{filed.desk}</p>;
  return (
    <ul className="grid gap-1">
      {engineers.map(({ id, fullName, phone }) => (
        <li key={id}>
          {fullName}
          {phone && (
            <a href={`tel:${phone}`} className="figures ml-2 text-accent underline underline-offset-2">
              {filed.phone(formatPhone(phone))}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
