import { Link } from "@remix-run/react";
import type { HistoryEntry } from "#app/domain/audit/history.server.ts";
import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import type { InvitationState } from "#app/domain/identity/invitation.server.ts";
import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { HistoryLink } from "../audit/history-link.tsx";
import { HistoryTable } from "../audit/history-table.tsx";
import { AccountSection } from "./account-section.tsx";
import { DetailsForm } from "./details-form.tsx";
import { DisableForm } from "./disable-form.tsx";
import type { TeamChoice } from "./grant-fields.tsx";
import { GrantsSection } from "./grants-section.tsx";
import { MoveLine } from "./move-line.tsx";
import { TwoVersions } from "./two-versions.tsx";
import { siteText } from "./words.ts";

export type AccountFacts = { joined: boolean; locked: boolean; invitation: InvitationState | null };
export type PersonViewProps = {
  page: PersonPage;
  account: AccountFacts;
  entries: HistoryEntry[];
  places: PlaceChoices;
  teams: TeamChoice[];
  reply?: Reply;
  taken: { id: number; fullName: string } | null;
};

export function PersonView({ page, account, entries, places, teams, reply, taken }: PersonViewProps) {
  const w = useWords();
  const { person, place } = page;
  const words = w.people;
  const { problems } = useReply(reply, { ...words.form.errors, ...words.refused });
  const intent = String(reply?.values.intent ?? "");
  const of = (...intents: string[]) => (intents.includes(intent) ? reply : undefined);
  const stale = reply?.formErrors.includes("person_changed") === true;
  const where = [person.position, place && siteText(place, w)].filter(Boolean).join(" · ");
  return (
    <Page
      title={person.fullName}
      lead={where || undefined}
      back={{ to: paths.admin("people"), label: words.title }}
      actions={
        <>
          <ButtonLink to={paths.myDelegations({ of: person.id })} variant="quiet">
            {w.accessRegister.delegations.title}
          </ButtonLink>
          <HistoryLink kind="person" id={person.id} />
        </>
      }
    >
      <div className="grid max-w-form gap-3">
        <ErrorSummary problems={problems} />
        {stale && intent === "details" && reply && <TwoVersions typed={reply.values} person={person} places={places} />}
        {taken && (
          <Notice action={<Link to={paths.admin(`people/${taken.id}`)}>{words.openTaken}</Link>}>
            {words.taken(taken.fullName)}
          </Notice>
        )}
      </div>
      <Section id="account" title={words.account.title}>
        <AccountSection page={page} account={account} />
      </Section>
      <Section id="roles" title={words.grants.title}>
        <GrantsSection
          page={page}
          places={places}
          teams={teams}
          reply={of("grant")}
          refusedEnd={of("end", "prolong")}
        />
      </Section>
      <Section id="tickets" title={words.tickets.title}>
        <Tickets tickets={page.tickets} />
      </Section>
      <Section id="details" title={words.form.details}>
        <DetailsForm person={person} places={places} reply={of("details")} />
      </Section>
      <Section id="move" title={words.move.title}>
        <MoveLine page={page} />
      </Section>
      {!person.disabledAt && (
        <Section id="disable" title={words.account.disableTitle}>
          <DisableForm version={person.version} reply={of("disable")} />
        </Section>
      )}
      <Section id="history" title={words.history.title}>
        {entries.length === 0 ? <p className="text-quiet">{words.history.none}</p> : <HistoryTable entries={entries} />}
      </Section>
    </Page>
  );
}

function Tickets({ tickets: { assignee, reporter } }: { tickets: PersonPage["tickets"] }) {
  const lang = useLang();
  const words = useWords().people.tickets;
  const numbers = (all: number[]) =>
    all.length > 0 && (
      <span className="figures block text-sm text-quiet">
        {words.numbers(all.map((number) => String(number)).join(", "))}
      </span>
    );
  return (
    <ul className="grid gap-2">
      <li>
        {words.assigned(assignee.total, formatNumber(assignee.total, lang))}
        {numbers(assignee.numbers)}
      </li>
      <li>
        {words.reported(reporter.total, formatNumber(reporter.total, lang))}
        {numbers(reporter.numbers)}
      </li>
    </ul>
  );
}
