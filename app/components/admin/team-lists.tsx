import { Link } from "@remix-run/react";
import type { Member } from "#app/domain/directory/teams-admin.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { dayText } from "./dates.tsx";
import { LINK } from "./link.ts";

/** Whoever holds the right of a specialist for this team; given and taken on the person's page. */
export function TeamMembers({ members }: { members: readonly Member[] }) {
  const w = useWords();
  const { team } = w.places;
  return (
    <>
      <p className="max-w-text text-quiet">{members.length > 0 ? team.membersLead : team.nobodyLead}</p>
      {members.length > 0 && (
        <ul className="grid gap-1">
          {members.map(({ id, fullName, position, until }) => (
            <li key={id}>
              <Link to={paths.admin(`people/${id}`)} className={LINK}>
                {fullName}
              </Link>
              <span className="text-quiet">
                {position && ` · ${position}`}
                {until && ` · ${w.places.dates.until(dayText(until))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Looked = { id: number; name: string; nameEn: string; retiredAt: Date | null };

export function TeamSystems({ systems }: { systems: readonly Looked[] }) {
  const w = useWords();
  const lang = useLang();
  if (systems.length === 0) return <p className="text-quiet">{w.places.team.noSystems}</p>;
  return (
    <ul className="grid gap-1">
      {systems.map((system) => (
        <li key={system.id} className="flex flex-wrap items-center gap-x-2">
          <Link to={paths.admin(`systems/${system.id}`)} className={LINK}>
            {lang === "en" ? system.nameEn : system.name}
          </Link>
          {system.retiredAt && <Badge>{w.places.system.retired}</Badge>}
        </li>
      ))}
    </ul>
  );
}
