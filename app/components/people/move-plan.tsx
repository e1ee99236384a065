import { Form, useLocation } from "@remix-run/react";
import type { Move, MovePlan } from "#app/domain/policy/moves.server.ts";
import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { dayText } from "../admin/dates.tsx";
import { grantText, siteText } from "./words.ts";

type MovePlanProps = { page: PersonPage; plan: MovePlan; move: Move };

/** What ends, what stays, what begins; the only form here that writes. */
export function MovePlanView({ page, plan, move }: MovePlanProps) {
  const w = useWords();
  const lang = useLang();
  const { search } = useLocation();
  const words = w.people.move;
  const { person, tickets } = page;
  const unit = plan.to.kind === "department" ? { ...plan.to, kind: "ward" as const } : plan.to;
  const roleThere = (role: Move["begin"][number]) => w.people.grants.named(w.common.role[role], siteText(unit, w));
  const ends = plan.ends.map((grant) =>
    grant.from >= plan.on
      ? words.takenBack(grantText(grant, w, lang))
      : words.endsOn(grantText(grant, w, lang), dayText(plan.lastDay)),
  );
  const begins = [
    ...plan.begins.map(({ role }) => words.beginsOn(roleThere(role), dayText(plan.on))),
    ...plan.already.map((role) => words.already(roleThere(role))),
  ];
  const again = new URLSearchParams(search);
  again.set("edit", "1");
  return (
    <section aria-labelledby="plan" className="grid gap-4">
      <h2 id="plan" className="text-lg">
        {words.planTitle}
      </h2>
      <div>
        <p>{words.moves(siteText(plan.to, w), dayText(plan.on))}</p>
        {plan.position && <p>{words.newPosition(plan.position)}</p>}
      </div>
      <Listed title={words.ends} lines={ends} none={words.nothing} />
      <Listed title={words.stays} lines={plan.stays.map((grant) => grantText(grant, w, lang))} none={words.nothing} />
      <Listed title={words.begins} lines={begins} none={words.nothing} />
      <div>
        <p>{words.ticketsStay(tickets.assignee.total)}</p>
        {tickets.assignee.numbers.length > 0 && (
          <p className="figures text-sm text-quiet">{w.people.tickets.numbers(tickets.assignee.numbers.join(", "))}</p>
        )}
      </div>
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="version" value={person.version} />
        <input type="hidden" name="to" value={move.toSiteId} />
        <input type="hidden" name="on" value={move.on} />
        {move.position && <input type="hidden" name="position" value={move.position} />}
        {move.keep.map((id) => (
          <input key={id} type="hidden" name="keep" value={id} />
        ))}
        {move.begin.map((role) => (
          <input key={role} type="hidden" name="begin" value={role} />
        ))}
        <SubmitButton>{words.confirm}</SubmitButton>
        <ButtonLink to={`?${again}`} variant="quiet">
          {words.again}
        </ButtonLink>
      </Form>
    </section>
  );
}

function Listed({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-quiet">{none}</p>
      ) : (
        <ul className="grid gap-0.5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
