import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { dayText } from "../admin/dates.tsx";
import { Press } from "./press.tsx";
import { siteText } from "./words.ts";

export function MoveLine({ page: { person, nextPlace } }: { page: PersonPage }) {
  const w = useWords();
  const words = w.people.move;
  return (
    <div className="grid justify-items-start gap-3">
      {person.movesOn && nextPlace ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>{words.planned(siteText(nextPlace, w), dayText(person.movesOn))}</p>
          <Press intent="cancel_move" carries={{ version: person.version }}>
            {words.cancel}
          </Press>
        </div>
      ) : (
        <p className="max-w-text text-quiet">{words.lead}</p>
      )}
      {!person.disabledAt && <ButtonLink to={paths.admin(`people/${person.id}/move`)}>{words.open}</ButtonLink>}
    </div>
  );
}
