import { Form } from "@remix-run/react";
import { useState } from "react";
import { DayField } from "#app/components/admin/dates.tsx";
import type { AskPage } from "#app/domain/access/ask-page.server.ts";
import { IMPACTS } from "#app/domain/tickets/priority.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { BasisFields } from "./basis-fields.tsx";
import { ManyChoices } from "./many-choices.tsx";
import { useRefusals } from "./refusals.ts";
import { UnitChoice } from "./unit-choice.tsx";

type Props = { page: AskPage; reply?: Reply };

/** One person or many, one right or many: each person gets each right. */
export function AskForm({ page, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.ask;
  const { error, value, problems } = useReply(reply, useRefusals(reply));
  const [commandId] = useState(page.commandId);
  const chosen = (name: string) => (reply ? [reply.values[name] ?? []].flat() : []);
  const peopleChosen = reply ? chosen("personIds") : page.forMe ? [String(page.me)] : [];
  const rightsChosen = reply ? chosen("rightIds") : page.chosen.map(String);
  const rights = page.rights.map(({ id, needs, systemId, ...right }) => ({
    value: id,
    group: named(right.system),
    open: systemId === page.systemId,
    label: named(right),
    hint: [
      right.about,
      ...(Object.keys(words.needs) as (keyof typeof words.needs)[])
        .filter((need) => needs[need])
        .map((need) => words.needs[need]),
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  const people = page.colleagues.map(({ id, fullName, position, departmentName }) => ({
    value: id,
    group: departmentName ?? "",
    open: page.colleagues.length <= 20,
    label: fullName,
    hint: position ?? words.noPosition,
  }));
  return (
    <>
      {page.wards.length > 1 && <UnitChoice ward={page.ward} wards={page.wards} />}
      <Form method="post" action={paths.newAccessRequest()} noValidate className="grid content-start">
        <ErrorSummary problems={problems} />
        <input type="hidden" name="commandId" value={value("commandId") ?? commandId} />
        <input type="hidden" name="siteId" value={page.ward.id} />
        {page.campaign && <input type="hidden" name="campaignId" value={page.campaign.id} />}
        {page.campaign && <Notice>{w.accessPlans.campaigns.forCampaign(page.campaign.title)}</Notice>}
        <Section id="rights" title={words.rights}>
          <ManyChoices
            name="rightIds"
            label={words.rights}
            hint={words.rightsHint}
            choices={rights}
            chosen={rightsChosen}
            error={error("rightIds")}
          />
        </Section>
        <Section id="people" title={words.people}>
          <ManyChoices
            name="personIds"
            label={words.people}
            hint={words.peopleHint}
            choices={people}
            chosen={peopleChosen}
            error={error("personIds")}
          />
          <TextField
            name="position"
            label={words.position}
            hint={words.positionHint}
            optional
            maxLength={120}
            defaultValue={value("position")}
            error={error("position")}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <DayField name="from" label={words.from} optional day="" typed={value("from")} error={error("from")} />
            <DayField
              name="until"
              label={words.until}
              hint={words.untilHint}
              optional
              day=""
              typed={value("until")}
              error={error("until")}
            />
          </div>
          {page.holders.length > 0 && (
            <ManyChoices
              name="successorOf"
              label={words.successor}
              hint={words.successorHint}
              choices={page.holders.map(({ id, name, rightId }) => {
                const right = page.rights.find((one) => one.id === rightId);
                return {
                  value: id,
                  group: right ? named(right.system) : "",
                  open: false,
                  label: name,
                  hint: right ? named(right) : "",
                };
              })}
              chosen={chosen("successorOf")}
              error={error("successorOf")}
            />
          )}
        </Section>
        <Section id="why" title={w.accessPages.request.why}>
          <TextArea
            name="tries"
            label={words.tries}
            hint={words.triesHint}
            rows={2}
            maxLength={2_000}
            defaultValue={value("tries") ?? page.typed.tries}
            error={error("tries")}
          />
          <TextArea
            name="fails"
            label={words.fails}
            hint={words.failsHint}
            optional
            rows={2}
            maxLength={2_000}
            defaultValue={value("fails") ?? page.typed.fails}
            error={error("fails")}
          />
          <SelectField
            name="impact"
            label={words.impact}
            choices={IMPACTS.map((impact) => ({ value: impact, label: w.tickets.impact[impact] }))}
            defaultValue={value("impact") ?? "one_person"}
            error={error("impact")}
          />
        </Section>
        <Section id="basis" title={words.basis}>
          <p className="max-w-text text-sm text-quiet">{words.basisHint}</p>
          <BasisFields reply={reply} />
        </Section>
        <SubmitButton className="justify-self-start">{words.send}</SubmitButton>
      </Form>
    </>
  );
}
