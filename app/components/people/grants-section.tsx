import { Form } from "@remix-run/react";
import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import type { HeldGrant } from "#app/domain/policy/grants-held.server.ts";
import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { GrantChanges } from "./grant-changes.tsx";
import { GrantFields, type TeamChoice } from "./grant-fields.tsx";
import { daysText, grantText, mayText } from "./words.ts";

type GrantsSectionProps = {
  page: PersonPage;
  places: PlaceChoices;
  teams: readonly TeamChoice[];
  reply?: Reply;
  refusedEnd?: Reply;
};

export function GrantsSection({ page, places, teams, reply, refusedEnd }: GrantsSectionProps) {
  const w = useWords();
  const words = w.people.grants;
  const { person, grants } = page;
  const said = useReply(reply, w.people.form.errors);
  const of = (held: readonly HeldGrant[]) =>
    held.map((grant) => (
      <Grant key={grant.id} grant={grant}>
        <GrantChanges grant={grant} version={person.version} today={page.today} refused={refusedEnd} />
      </Grant>
    ));
  return (
    <>
      {grants.now.length === 0 ? (
        <p className="max-w-text text-quiet">{words.none}</p>
      ) : (
        <ul className={LIST}>{of(grants.now)}</ul>
      )}
      {grants.later.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-semibold">{words.later}</h3>
          <ul className={LIST}>{of(grants.later)}</ul>
        </div>
      )}
      {grants.past.length > 0 && (
        <details>
          <summary className="target inline-flex items-center text-quiet underline underline-offset-2">
            {words.past(grants.past.length)}
          </summary>
          <ul className={LIST}>
            {grants.past.map((grant) => (
              <Grant key={grant.id} grant={grant} over />
            ))}
          </ul>
        </details>
      )}
      {!person.disabledAt && (
        <details open={reply !== undefined}>
          <summary className={buttonClass("secondary")}>{words.add}</summary>
          <Form method="post" noValidate className="mt-4 grid max-w-form content-start gap-4">
            <input type="hidden" name="version" value={person.version} />
            <GrantFields places={places} teams={teams} said={said} />
            <SubmitButton name="intent" value="grant" className="justify-self-start">
              {words.add}
            </SubmitButton>
          </Form>
        </details>
      )}
    </>
  );
}

const LIST = "grid divide-y divide-line";

type GrantProps = { grant: HeldGrant; over?: boolean; children?: React.ReactNode };

function Grant({ grant, over = false, children }: GrantProps) {
  const w = useWords();
  const lang = useLang();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className={over ? "text-quiet" : "font-medium"}>{grantText(grant, w, lang)}</p>
        <p className="figures text-sm text-quiet">{daysText(grant, w)}</p>
        {!over && <p className="max-w-text text-sm">{mayText(grant, w, lang)}</p>}
      </div>
      {children}
    </li>
  );
}
