import { Form } from "@remix-run/react";
import type { Needs } from "#app/domain/access/request.ts";
import type { WayNames } from "#app/domain/access/way.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { StepFields, type Way } from "./step-fields.tsx";

type Named = { id: number; name: string; nameEn: string };
type RightShown = {
  version: number;
  name: string;
  nameEn: string;
  about: string;
  needs: Needs;
  approval: Way;
  teamId: number | null;
  howToGrant: string;
  howToRevoke: string;
  howToProve: string;
  evidence: string;
};
type Props = {
  right: RightShown | null;
  names: WayNames;
  /** Only a new one has a choice of system. */
  systems?: readonly Named[];
  teams: readonly Named[];
  positions: readonly Named[];
  reply?: Reply;
};

const STEPS = 4;
const TEXTS = ["howToGrant", "howToRevoke", "howToProve", "evidence"] as const;

/** A right of the catalogue: what it is for, what it needs, who approves and grants it, and how. */
export function RightForm({ right, names, systems, teams, positions, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessCatalogue;
  const { name, nameEn, about, system, howToGrant, howToRevoke, howToProve, evidence } = words.right;
  const { other: otherId, reason } = words.right;
  const labels = {
    ...{ name, nameEn, about, systemId: system, howToGrant, howToRevoke, howToProve, evidence },
    ...{ otherId, reason },
  };
  const { error, value, problems } = useReply(reply, words.problems, labels);
  const needs = reply ? [reply.values.needs ?? []].flat() : Object.keys(right?.needs ?? {});
  return (
    <Form method="post" noValidate className="grid content-start">
      <ErrorSummary problems={problems} />
      {right && <input type="hidden" name="version" value={right.version} />}
      <Section id="facts" title={words.right.facts}>
        {systems && (
          <SelectField
            name="systemId"
            label={words.right.system}
            empty={w.common.choose}
            choices={systems.map((system) => ({ value: system.id, label: named(system) }))}
            defaultValue={value("systemId") ?? ""}
            error={error("systemId")}
          />
        )}
        <TextField
          name="name"
          label={words.right.name}
          maxLength={120}
          defaultValue={value("name") ?? right?.name}
          error={error("name")}
        />
        <TextField
          name="nameEn"
          label={words.right.nameEn}
          optional
          maxLength={120}
          defaultValue={value("nameEn") ?? right?.nameEn}
          error={error("nameEn")}
        />
        <TextArea
          name="about"
          label={words.right.about}
          hint={words.right.aboutHint}
          optional
          rows={2}
          maxLength={500}
          defaultValue={value("about") ?? right?.about}
          error={error("about")}
        />
        <fieldset className="grid gap-1">
          <legend className="font-medium">{words.right.needs}</legend>
          {(Object.keys(words.needs) as (keyof Needs)[]).map((need) => (
            <Checkbox
              key={need}
              id={`need-${need}`}
              name="needs"
              value={need}
              label={words.needs[need]}
              defaultChecked={needs.includes(need)}
            />
          ))}
        </fieldset>
      </Section>
      <Section id="approval" title={words.right.approval}>
        <p className="max-w-text text-sm text-quiet">{words.right.approvalHint}</p>
        {Array.from({ length: STEPS }, (_, n) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            key={n}
            n={n}
            step={right?.approval[n]}
            names={names}
            positions={positions}
            reply={reply}
          />
        ))}
      </Section>
      <Section id="how" title={words.right.how}>
        <SelectField
          name="teamId"
          label={words.right.granter}
          empty={words.right.wardEngineers}
          choices={teams.map((team) => ({ value: team.id, label: named(team) }))}
          defaultValue={value("teamId") ?? right?.teamId ?? ""}
          error={error("teamId")}
        />
        {TEXTS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={words.right[name]}
            optional
            rows={2}
            maxLength={name === "evidence" ? 500 : 2_000}
            defaultValue={value(name) ?? right?.[name]}
            error={error(name)}
          />
        ))}
      </Section>
      <SubmitButton name="intent" value="change" className="justify-self-start">
        {right ? w.common.save : words.right.add}
      </SubmitButton>
    </Form>
  );
}
