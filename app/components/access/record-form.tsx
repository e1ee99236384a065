import { Form } from "@remix-run/react";
import { DayField } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import type { listRights } from "#app/domain/access/catalogue.server.ts";
import type { Colleague } from "#app/domain/directory/people.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { UnitChoice, type Ward } from "./unit-choice.tsx";

type Page = {
  ward: Ward;
  wards: readonly Ward[];
  colleagues: readonly Colleague[];
  rights: Awaited<ReturnType<typeof listRights>>;
  today: string;
};

/** What somebody has already, as those who have seen it write it down. */
export function RecordForm({ page, reply }: { page: Page; reply?: Reply }) {
  const w = useWords();
  const named = useNamed();
  const { record: words, problems: special } = w.accessTasks;
  const ask = w.accessPages.ask;
  const labels = { personId: words.person, rightId: words.right, from: ask.from, until: ask.until };
  const { error, value, problems } = useReply(reply, special, labels);
  return (
    <>
      {page.wards.length > 1 && <UnitChoice ward={page.ward} wards={page.wards} />}
      <Form method="post" noValidate className="grid content-start gap-4">
        <ErrorSummary problems={problems} />
        <input type="hidden" name="siteId" value={page.ward.id} />
        <p className="text-quiet">{placeName(page.ward, w)}</p>
        <SelectField
          name="personId"
          label={words.person}
          empty={w.common.choose}
          choices={page.colleagues.map(({ id, fullName, position, departmentName }) => ({
            value: id,
            label: [fullName, position, departmentName].filter(Boolean).join(" · "),
          }))}
          defaultValue={value("personId") ?? ""}
          error={error("personId")}
        />
        <SelectField
          name="rightId"
          label={words.right}
          empty={w.common.choose}
          choices={page.rights.map(({ id, system, ...right }) => ({
            value: id,
            label: `${named(system)}: ${named(right)}`,
          }))}
          defaultValue={value("rightId") ?? ""}
          error={error("rightId")}
        />
        <TextField
          name="position"
          label={words.position}
          optional
          maxLength={120}
          defaultValue={value("position")}
          error={error("position")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField name="from" label={ask.from} day={page.today} typed={value("from")} error={error("from")} />
          <DayField
            name="until"
            optional
            label={ask.until}
            hint={ask.untilHint}
            day=""
            typed={value("until")}
            error={error("until")}
          />
          <TextField
            name="decisionNumber"
            label={ask.decisionNumber}
            optional
            maxLength={120}
            defaultValue={value("decisionNumber")}
            error={error("decisionNumber")}
          />
          <DayField
            name="decisionDate"
            optional
            label={ask.decisionDate}
            day=""
            typed={value("decisionDate")}
            error={error("decisionDate")}
          />
        </div>
        <Checkbox
          name="seen"
          label={words.seen}
          defaultChecked={reply?.values.seen !== undefined}
          error={error("seen")}
        />
        <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
      </Form>
    </>
  );
}
