import { Form } from "@remix-run/react";
import { type Policy, TARGETS } from "#app/domain/sla/policy.ts";
import { LONGEST_NAME } from "#app/domain/sla/policy-list.ts";
import { policyName, rightName, type Speech, siteName } from "#app/domain/sla/policy-words.ts";
import { formatServiceTime } from "#app/domain/sla/typed-hours.ts";
import type { PolicyChoices } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { formatNumber } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { placeName } from "../place-name.ts";
import { CheckGroup } from "./check-group.tsx";

type Props = {
  /** Left out for a new one. */
  policy?: Policy;
  choices: PolicyChoices;
  speech: Speech;
  reply?: Reply;
};
type Listed = { value: string | number; label: string };

export function PolicyForm({ policy, choices, speech, reply }: Props) {
  const { w, lang } = speech;
  const words = w.policies;
  const { error, value, problems } = useReply(reply, words.problems, words.targets);
  const chosen = (name: keyof Policy["match"]): string[] =>
    reply ? [reply.values[name] ?? []].flat() : (policy?.match[name] ?? []).map(String);
  const named = (name: "name" | "nameEn", hint?: string) => (
    <TextField
      name={name}
      label={name === "name" ? words.name : words.nameEn}
      hint={hint}
      defaultValue={value(name) ?? policy?.[name] ?? ""}
      error={error(name)}
      maxLength={LONGEST_NAME}
      autoComplete="off"
    />
  );
  const group = (name: keyof Policy["match"], listed: readonly Listed[], long = false) => {
    const now = chosen(name);
    const summary = now.length > 0 ? words.chosen(formatNumber(now.length, lang)) : words.all;
    return (
      <CheckGroup
        name={name}
        label={words.conditions[name]}
        choices={listed}
        chosen={now}
        error={error(name)}
        summary={long ? summary : undefined}
      />
    );
  };
  const units = choices.units.map((unit) => ({ value: unit.id, label: placeName(unit, w) }));
  const systems = choices.systems.map((system) => ({ value: system.id, label: policyName(system, lang) }));
  // What has ended since stays as it was chosen, and can be seen.
  const ended = (policy?.match.siteIds ?? [])
    .filter((id) => !choices.units.some((unit) => unit.id === id))
    .map((id) => ({ value: id, label: siteName(id, speech) }));
  const rights = choices.rights.map((right) => ({ value: right.id, label: policyName(right, lang) }));
  const outOfUse = (policy?.match.rightIds ?? [])
    .filter((id) => !choices.rights.some((right) => right.id === id))
    .map((id) => ({ value: id, label: rightName(id, speech) }));
  return (
    <Form method="post" noValidate className="grid content-start">
      <div className="grid gap-4 pb-6">
        <ErrorSummary problems={problems} />
        {named("name", words.nameHint)}
        {named("nameEn")}
      </div>
      <Section id="match" title={words.appliesTo}>
        <p className="max-w-text text-sm text-quiet">{words.conditionsHint}</p>
        {group(
          "priorities",
          PRIORITIES.map((one) => ({ value: one, label: w.tickets.priority[one] })),
        )}
        {group(
          "kinds",
          TICKET_KINDS.map((one) => ({ value: one, label: w.tickets.kind[one] })),
        )}
        {group("systemIds", systems, true)}
        {group("siteIds", [...ended, ...units], true)}
        {group("rightIds", [...outOfUse, ...rights], true)}
      </Section>
      <Section id="promises" title={words.promises}>
        <p className="max-w-text text-sm text-quiet">{words.promisesHint}</p>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          {TARGETS.map((target) => {
            const kept = policy?.targets[target] ?? null;
            return (
              <TextField
                key={target}
                name={target}
                label={words.targets[target]}
                defaultValue={
                  reply ? (value(target) ?? "") : kept === null ? "" : formatServiceTime(kept, w.common.duration)
                }
                error={error(target)}
                maxLength={30}
                autoComplete="off"
              />
            );
          })}
        </div>
        <Checkbox
          name="vendorStops"
          label={words.vendorStops}
          hint={words.vendorStopsHint}
          defaultChecked={reply ? value("vendorStops") !== undefined : policy?.vendorStops === true}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{words.keep}</SubmitButton>
          <ButtonLink to={paths.admin("policies")} variant="quiet">
            {w.common.cancel}
          </ButtonLink>
        </div>
      </Section>
    </Form>
  );
}
