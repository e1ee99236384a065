import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { namer } from "#app/domain/tickets/describe-event.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { PhaseStatus } from "../access/phase-status.tsx";
import { Deadlines } from "../clocks/deadlines.tsx";
import { Followers } from "./followers.tsx";
import { Links } from "./links.tsx";
import { Marked } from "./marked.tsx";
import type { PageData } from "./page-data.ts";

const MINUTE_MS = 60_000;

/** Where it stands, at the side of the conversation. */
export function Facts({ page }: { page: PageData }) {
  const w = useWords();
  const { ticket, names } = page;
  const nameOf = namer(names, w.ticket.somebody);
  const affected = ticket.affectedPersonId === null ? ticket.affectedName : nameOf.person(ticket.affectedPersonId);
  const happenedEarlier = ticket.receivedAt.getTime() - ticket.occurredAt.getTime() > MINUTE_MS;
  const elsewhere = page.followers.reduce((sum, { peopleWaiting }) => sum + peopleWaiting, 0);
  const waiting = ticket.peopleWaiting + elsewhere;
  return (
    <aside id="facts" aria-label={w.ticket.facts} className="grid scroll-mt-6 content-start gap-6 print:mt-6">
      {(page.me.works || page.me.notes) && <Deadlines number={ticket.number} clocks={page.clocks} />}
      {ticket.accessPhase && (
        <p className="print:hidden">
          <Link to={paths.accessRequest(ticket.number)}>{w.accessPages.request.open}</Link>
          <span className="mt-1 block">
            <PhaseStatus phase={ticket.accessPhase} status={ticket.status} />
          </span>
        </p>
      )}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-2 lg:grid-cols-1 print:grid-cols-2">
        {ticket.holdReason && (
          <Fact term={w.tickets.status.on_hold} value={ticket.holdReason}>
            {w.ticketFacts.hold[ticket.holdReason]}
          </Fact>
        )}
        {ticket.holdUntil && (
          <Fact term={w.ticket.fact.holdUntil} value={ticket.holdUntil.getTime()}>
            <Time at={ticket.holdUntil} exact />
          </Fact>
        )}
        <Fact term={w.ticket.fact.assignee} value={ticket.assigneeId}>
          {ticket.assigneeId === null ? (
            <span className="text-quiet">{w.ticket.fact.nobody}</span>
          ) : (
            nameOf.person(ticket.assigneeId)
          )}
        </Fact>
        {ticket.team && (
          <Fact term={w.ticket.fact.team} value={ticket.teamId}>
            {ticket.team}
          </Fact>
        )}
        <Fact term={w.ticket.fact.impact} value={ticket.impact}>
          {w.tickets.impact[ticket.impact]}
        </Fact>
        {waiting > 0 && (
          <Fact term={w.ticket.fact.waiting} value={waiting}>
            <span className="figures">{waiting}</span>
            {elsewhere > 0 && (
              <span className="block text-sm text-quiet">{w.ticket.fact.waitingElsewhere(elsewhere)}</span>
            )}
          </Fact>
        )}
        <Fact term={w.ticket.fact.system} value={ticket.systemId}>
          {ticket.system}
        </Fact>
        <Fact term={w.ticket.fact.kind} value={ticket.kind}>
          {w.tickets.kind[ticket.kind]}
        </Fact>
        <Fact term={w.ticket.fact.reporter} value={ticket.reporterId}>
          {nameOf.person(ticket.reporterId)}
        </Fact>
        {affected && (
          <Fact term={w.ticket.fact.affected} value={affected}>
            {affected}
            {ticket.affectedPosition && <span className="block text-sm text-quiet">{ticket.affectedPosition}</span>}
          </Fact>
        )}
        <Moment term={w.ticket.fact.occurredAt} at={happenedEarlier ? ticket.occurredAt : null} />
        <Moment term={w.ticket.fact.receivedAt} at={ticket.receivedAt} />
        <Moment term={w.ticket.fact.firstResponse} at={ticket.firstResponseAt} />
        <Moment term={w.ticket.fact.resolvedAt} at={ticket.resolvedAt} />
      </dl>
      <Followers page={page} />
      <Links page={page} />
    </aside>
  );
}

function Fact({ term, value, children }: { term: string; value: string | number | null; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-quiet">{term}</dt>
      <dd className="wrap-anywhere">
        <Marked value={value}>{children}</Marked>
      </dd>
    </div>
  );
}

function Moment({ term, at }: { term: string; at: Date | null }) {
  if (!at) return null;
  return (
    <Fact term={term} value={at.getTime()}>
      <Time at={at} />
    </Fact>
  );
}
