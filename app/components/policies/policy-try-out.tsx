import { Form } from "@remix-run/react";
import {
  conditionText,
  kindName,
  policyName,
  priorityName,
  rightName,
  type Speech,
  siteName,
  systemName,
  targetText,
} from "#app/domain/sla/policy-words.ts";
import type { PoliciesPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { Status } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { placeName } from "../place-name.ts";

type Props = Pick<PoliciesPage, "choices" | "tried"> & {
  number: string;
  unknown: boolean;
  onDraft: boolean;
  speech: Speech;
};

/** "Which policy would this ticket get, and why", before anybody has to find it out. */
export function PolicyTryOut({ choices, tried, number, unknown, onDraft, speech }: Props) {
  const { w } = speech;
  const words = w.policies.tryOut;
  const { conditions } = w.policies;
  const facts = tried?.facts;
  const select = (
    name: string,
    label: string,
    listed: { value: string | number; label: string }[],
    chosen?: string | number,
  ) => (
    <SelectField
      name={name}
      id={`try-${name}`}
      label={label}
      choices={listed}
      defaultValue={chosen}
      className="min-w-0 max-sm:w-full"
    />
  );
  return (
    <div className="grid gap-4">
      <p className="max-w-text text-sm text-quiet">
        {words.lead} {onDraft && words.onDraft}
      </p>
      <Form
        key={JSON.stringify([facts, number])}
        method="get"
        preventScrollReset
        className="flex flex-wrap items-end gap-3"
      >
        {select(
          "kind",
          conditions.kinds,
          TICKET_KINDS.map((one) => ({ value: one, label: w.tickets.kind[one] })),
          facts?.kind,
        )}
        {select(
          "priority",
          conditions.priorities,
          PRIORITIES.map((one) => ({ value: one, label: w.tickets.priority[one] })),
          facts?.priority,
        )}
        {select(
          "systemId",
          conditions.systemIds,
          choices.systems.map((one) => ({ value: one.id, label: policyName(one, speech.lang) })),
          facts?.systemId,
        )}
        {select(
          "siteId",
          conditions.siteIds,
          choices.units.map((unit) => ({ value: unit.id, label: placeName(unit, w) })),
          facts?.siteId,
        )}
        {select(
          "rightId",
          words.right,
          [
            { value: "", label: words.noRight },
            ...choices.rights.map((one) => ({ value: one.id, label: policyName(one, speech.lang) })),
          ],
          facts?.accessRightIds[0],
        )}
        <TextField
          name="number"
          id="try-number"
          label={words.number}
          hint={words.numberHint}
          error={unknown ? words.unknownNumber : null}
          defaultValue={unknown ? number : ""}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          className="max-sm:w-full"
        />
        <Button type="submit">{words.try}</Button>
      </Form>
      {tried && <Answer tried={tried} number={number} speech={speech} />}
    </div>
  );
}

const TONES = { chosen: "green", fits_later: "amber", fits_not: "grey" } as const;

function Answer({
  tried,
  number,
  speech,
}: {
  tried: NonNullable<PoliciesPage["tried"]>;
  number: string;
  speech: Speech;
}) {
  const { w, lang } = speech;
  const words = w.policies.tryOut;
  const { facts, chosen, due, then, lines } = tried;
  const said = [
    kindName(facts.kind, speech),
    priorityName(facts.priority, speech),
    systemName(facts.systemId, speech),
    siteName(facts.siteId, speech),
    ...facts.accessRightIds.map((id) => rightName(id, speech)),
  ];
  return (
    <div className="grid gap-3" role="status">
      <p className="max-w-text text-quiet">{words.facts(number, said.join(", "))}</p>
      <div>
        <p className="font-semibold">{chosen ? words.chosen(policyName(chosen, lang)) : words.nothing}</p>
        {chosen && (
          <ul>
            {due.map(({ target, promised, at }) => {
              const when = at ? formatDateTime(at) : promised ? words.beyond : w.policies.noPromise;
              return <li key={target}>{words.due(w.policies.targets[target], when)}</li>;
            })}
            {then.map(({ target, seconds }) => (
              <li key={target}>{words.due(w.policies.targets[target], targetText(seconds, speech))}</li>
            ))}
          </ul>
        )}
      </div>
      <ol className="grid gap-2">
        {lines.map(({ policy, reasons, state }) => (
          <li key={policy.key} className="grid gap-x-4 sm:grid-cols-[14rem_1fr]">
            <span>
              <strong className="font-medium">{policyName(policy, lang)}</strong>
              <span className="block text-sm">
                <Status tone={TONES[state]}>{words.state[state]}</Status>
              </span>
            </span>
            <ul className="min-w-0">
              {reasons.length === 0 && <li className="text-quiet">{words.noConditions}</li>}
              {reasons.map(({ condition, fits }) => (
                <li key={condition} className="break-words">
                  <span className={fits ? "text-green" : "text-red"}>{fits ? words.fits : words.fitsNot}</span>
                  <span className="text-quiet">
                    {" · "}
                    {w.policies.conditions[condition]}: {conditionText(policy, condition, speech)}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
