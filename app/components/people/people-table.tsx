import { Link } from "@remix-run/react";
import type { ListedPerson } from "#app/domain/policy/people-list.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Status } from "#app/ui/badge.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { dayText } from "../admin/dates.tsx";
import { placeName } from "../place-name.ts";
import { grantText } from "./words.ts";

export function PeopleTable({ people }: { people: readonly ListedPerson[] }) {
  const w = useWords();
  const words = w.people;
  return (
    <DataTable
      caption={words.title}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { label: words.name, cell: (person) => <Who person={person} /> },
        { label: words.position, plain: true, cell: ({ position }) => position },
        { label: words.place, plain: true, cell: (person) => <Where person={person} /> },
        { label: words.roles, plain: true, cell: (person) => <Roles person={person} /> },
        { label: words.state, plain: true, cell: (person) => <State person={person} /> },
      ]}
    />
  );
}

function Who({ person }: { person: ListedPerson }) {
  return (
    <>
      <Link to={paths.admin(`people/${person.id}`)}>{person.fullName}</Link>
      <span className="block text-sm font-normal [overflow-wrap:anywhere] text-quiet lg:min-w-52">{person.email}</span>
    </>
  );
}

function Where({ person: { siteName, unitName, unitKind } }: { person: ListedPerson }) {
  const w = useWords();
  const unit = unitName ? placeName({ name: unitName, unitKind }, w) : null;
  if (!unit || siteName === unitName) return <>{unit ?? siteName}</>;
  return (
    <>
      {siteName}
      <span className="block text-sm text-quiet max-md:inline max-md:before:content-['_·_']">{unit}</span>
    </>
  );
}

function Roles({ person: { grants } }: { person: ListedPerson }) {
  const w = useWords();
  const lang = useLang();
  if (grants.length === 0) return <span className="text-quiet">{w.people.noRoles}</span>;
  return (
    <ul className="grid gap-0.5">
      {grants.map((grant) => (
        <li key={grant.id}>
          {grantText(grant, w, lang)}
          {grant.until && <span className="text-sm text-quiet"> {w.people.untilDay(dayText(grant.until))}</span>}
        </li>
      ))}
    </ul>
  );
}

function State({ person: { disabledAt, leavesOn, joinedAt, invitedAt } }: { person: ListedPerson }) {
  const { states, leavesOn: leaves } = useWords().people;
  if (disabledAt) return <Status tone="grey">{states.disabled}</Status>;
  if (leavesOn) return <Status tone="amber">{leaves(dayText(leavesOn))}</Status>;
  if (joinedAt) return <Status tone="green">{states.joined}</Status>;
  return invitedAt ? <Status tone="blue">{states.invited}</Status> : <Status tone="amber">{states.uninvited}</Status>;
}
