import { Form } from "@remix-run/react";
import type { Place } from "#app/domain/directory/catalog.server.ts";
import { TEMPLATES, type Template } from "#app/domain/sla/calendar-templates.ts";
import type { TypedHours } from "#app/domain/sla/calendar-text.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { placeName } from "../place-name.ts";
import type { CalendarAnswer } from "./calendar-view.tsx";
import { hoursProblems } from "./calendar-words.ts";
import { HoursFields } from "./hours-fields.tsx";
import { PreviewPart } from "./preview.tsx";
import { PreviewButton } from "./preview-button.tsx";

type NewCalendarPage = {
  template: Template;
  owner: string | null;
  typed: TypedHours;
  choices: { wards: Place[]; teams: { id: number; name: string; nameEn: string }[] };
  today: string;
};

export function NewCalendarForm({ page, answered }: { page: NewCalendarPage; answered?: CalendarAnswer }) {
  const { template, owner, typed, choices, today } = page;
  const w = useWords();
  const lang = useLang();
  const words = w.calendars;
  const { error, value, problems } = useReply(answered?.reply, words.problems);
  const teamChoices = choices.teams.map((team) => ({
    value: `team:${team.id}`,
    label: words.team(lang === "en" ? team.nameEn : team.name),
  }));
  const wardChoices = choices.wards.map((ward) => ({ value: `site:${ward.id}`, label: placeName(ward, w) }));
  return (
    <div className="grid gap-6">
      {!answered && <Templates chosen={template} owner={owner} />}
      <Form method="post" noValidate className="grid content-start gap-6">
        <ErrorSummary problems={[...problems, ...hoursProblems(answered?.problems ?? [], w)]} />
        {answered?.preview && (
          <PreviewPart
            preview={answered.preview}
            stale={answered.stale}
            today={today}
            save={words.new.save}
            reply={answered.reply}
          />
        )}
        <div className="grid max-w-form gap-6">
          <SelectField
            name="owner"
            label={words.new.owner}
            hint={words.new.ownerHint}
            empty={words.new.chooseOwner}
            choices={[...teamChoices, ...wardChoices]}
            defaultValue={value("owner") ?? owner ?? ""}
            error={error("owner")}
          />
          <HoursFields
            typed={typed}
            override={{ validFrom: today, validUntil: null }}
            reply={answered?.reply}
            problems={answered?.problems}
          />
          <PreviewButton previewed={Boolean(answered?.preview)} />
        </div>
      </Form>
    </div>
  );
}

function Templates({ chosen, owner }: { chosen: Template; owner: string | null }) {
  const words = useWords().calendars.new;
  return (
    <nav aria-label={words.startFrom} className="flex flex-wrap items-center gap-2">
      <span className="text-quiet">{words.startFrom}</span>
      {TEMPLATES.map((template) => (
        <ButtonLink
          key={template}
          to={paths.admin("calendars/new", { from: template, owner: owner ?? undefined })}
          aria-current={template === chosen ? "true" : undefined}
          variant={template === chosen ? "secondary" : "quiet"}
        >
          {words.templates[template]}
        </ButtonLink>
      ))}
    </nav>
  );
}
