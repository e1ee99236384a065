import { Form } from "@remix-run/react";
import type { ImportChoice } from "#app/domain/sla/calendar-file.ts";
import type { CalendarFile, FileDay } from "#app/domain/sla/calendar-file-reading.ts";
import type { Preview } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { dayText } from "../admin/dates.tsx";
import { hoursText } from "./calendar-words.ts";
import { PreviewPart } from "./preview.tsx";

export type Plan = {
  name: string;
  content: string;
  file: CalendarFile;
  choice: ImportChoice;
  version: number;
  preview: Preview;
  /** How many days there would be. */
  days: number;
};

type ImportPlanProps = { plan: Plan; reply: Reply; stale?: boolean; today: string };

/** What the file would do, before it does it; the file itself goes along in the form. */
export function ImportPlan({ plan, reply, stale, today }: ImportPlanProps) {
  const w = useWords();
  const words = w.calendars.import;
  const { problems } = useReply(reply, w.calendars.problems);
  const { choice, file, name, content, version, preview } = plan;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid content-start gap-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="content" value={content} />
      <input type="hidden" name="version" value={version} />
      {choice.wholeYears && <input type="hidden" name="wholeYears" value="on" />}
      <Counts plan={plan} />
      <PreviewPart
        preview={preview}
        stale={stale}
        today={today}
        why={name.slice(0, 300)}
        save={words.save}
        reply={reply}
      />
      {file.saturdays.length > 0 && <Saturdays dates={file.saturdays} worked={choice.workedSaturdays} />}
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="intent" value="preview" variant="secondary">
          {w.calendars.form.previewAgain}
        </SubmitButton>
        <ButtonLink to="." variant="quiet" reloadDocument>
          {words.another}
        </ButtonLink>
      </div>
      <FileDays days={file.days} />
    </Form>
  );
}

function Counts({ plan: { preview, days: all } }: { plan: Plan }) {
  const words = useWords().calendars.import;
  const lang = useLang();
  const days = preview.differences.filter((one) => one.what === "day");
  const added = days.filter(({ before }) => before === null).length;
  const removed = days.filter(({ after }) => after === null).length;
  const changed = days.length - added - removed;
  const say = (count: number) => formatNumber(count, lang);
  return (
    <p className="font-semibold">{words.counts(say(added), say(changed), say(removed), say(all - added - changed))}</p>
  );
}

function Saturdays({ dates, worked }: { dates: readonly string[]; worked: readonly string[] }) {
  const words = useWords().calendars.import;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{words.saturdays}</legend>
      <p className="mb-1 max-w-text text-sm text-quiet">{words.saturdaysHint}</p>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {dates.map((date) => (
          <Checkbox
            key={date}
            name="works"
            id={`works-${date}`}
            value={date}
            label={words.works(dayText(date))}
            defaultChecked={worked.includes(date)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The days of the file with the ground on which each stands; what is not settled is seen at once. */
function FileDays({ days }: { days: readonly FileDay[] }) {
  const w = useWords();
  const words = w.calendars.import;
  if (!days.some(({ status }) => status !== null)) return null;
  return (
    <DataTable
      caption={words.file}
      rows={days}
      keyOf={({ date }) => date}
      columns={[
        { label: words.day, cell: ({ date }) => <span className="figures">{dayText(date)}</span> },
        {
          label: words.change,
          plain: true,
          cell: ({ name, intervals }) => (intervals ? `${name} ${hoursText(intervals, w)}` : name),
        },
        { label: words.status, cell: ({ status }) => <Ground status={status} /> },
      ]}
    />
  );
}

function Ground({ status }: { status: string | null }) {
  const { statuses } = useWords().calendars.import;
  if (status === "statutory" || status === "decided") return statuses[status];
  if (status?.startsWith("computed")) return <span title={status}>{statuses.computed}</span>;
  return (
    <Badge tone="amber">
      <span title={status ?? undefined}>{statuses.other}</span>
    </Badge>
  );
}
