import { Form, Link } from "@remix-run/react";
import type { HoursDifference } from "#app/domain/sla/calendar-difference.ts";
import type { HoursProblem, TypedHours } from "#app/domain/sla/calendar-text.ts";
import type { CountedDay } from "#app/domain/sla/calendar-years.ts";
import type { KeptCalendar } from "#app/domain/sla/calendars.server.ts";
import type { Preview } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { FromUntil } from "../admin/dates.tsx";
import { LINK } from "../admin/link.ts";
import { HistoryLink } from "../audit/history-link.tsx";
import { hoursProblems, ownerName } from "./calendar-words.ts";
import { Differences } from "./differences.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { MissingYears } from "./missing-years.tsx";
import { PreviewPart } from "./preview.tsx";
import { PreviewButton } from "./preview-button.tsx";
import { WeeksAhead } from "./weeks-ahead.tsx";

export type CalendarPageFacts = {
  calendar: Omit<KeptCalendar, "hours" | "counted">;
  city: boolean;
  typed: TypedHours;
  /** The older version whose hours are in the form. */
  putBack: number | null;
  followsCity: boolean;
  weeks: CountedDay[][];
  missing: number[];
  today: string;
};
export type CalendarAnswer = {
  reply: Reply;
  problems?: HoursProblem[];
  preview?: Preview;
  stale?: boolean;
  theirs?: HoursDifference[];
};

export function CalendarView({ page, answered }: { page: CalendarPageFacts; answered?: CalendarAnswer }) {
  const { calendar, city, missing, putBack, weeks, today } = page;
  const w = useWords();
  const lang = useLang();
  const words = w.calendars;
  const path = `calendars/${calendar.id}`;
  return (
    <Page
      title={ownerName(calendar, w, lang)}
      lead={city ? words.always : <FromUntil from={calendar.validFrom} until={calendar.validUntil} />}
      back={{ to: paths.admin("calendars"), label: w.places.sections.calendars }}
      actions={
        <>
          {!page.followsCity && <ButtonLink to={paths.admin(`${path}/import`)}>{words.import.open}</ButtonLink>}
          <ButtonLink to={paths.admin(`${path}/versions`)} variant="quiet">
            {words.versions.open}
          </ButtonLink>
          <HistoryLink kind="calendar" id={calendar.id} />
        </>
      }
    >
      <div className="mb-6 grid gap-3 empty:hidden">
        <MissingYears years={missing} today={today} importPath={paths.admin(`${path}/import`)} />
        {putBack !== null && <Notice>{words.versions.puttingBack(String(putBack))}</Notice>}
        {answered?.theirs && <Conflict theirs={answered.theirs} by={calendar.madeBy} />}
      </div>
      <CalendarForm key={`${calendar.version} ${putBack} ${answered ? "typed" : ""}`} page={page} answered={answered} />
      {!answered?.preview && (
        <div className="mt-6">
          <Section id="ahead" title={words.ahead.title}>
            <WeeksAhead weeks={weeks} today={today} />
          </Section>
        </div>
      )}
      <p className="mt-2 max-w-text text-sm text-quiet">
        {words.lastChange(calendar.madeBy ?? words.versions.machine, formatDateTime(calendar.madeAt))}
        {calendar.why && `: ${calendar.why}`}. {words.recomputed}{" "}
        <Link to={paths.admin("recomputations")} className={LINK}>
          {words.recomputations}
        </Link>
      </p>
    </Page>
  );
}

function CalendarForm({ page, answered }: { page: CalendarPageFacts; answered?: CalendarAnswer }) {
  const { calendar, city, typed, putBack, today } = page;
  const w = useWords();
  const words = w.calendars;
  const { value, problems } = useReply(answered?.reply, words.problems);
  const all = [...problems, ...hoursProblems(answered?.problems ?? [], w)];
  const kept = answered?.theirs ? undefined : answered;
  const seen = (name: string, now: string) => (kept ? (value(name) ?? "") : now);
  const whyPutBack = putBack === null ? "" : words.versions.whyPutBack(String(putBack));
  return (
    <Form method="post" noValidate className="grid max-w-page content-start gap-6">
      <ErrorSummary problems={all} />
      <input type="hidden" name="version" value={seen("version", String(calendar.version))} />
      <input type="hidden" name="seenFrom" value={seen("seenFrom", calendar.validFrom)} />
      <input type="hidden" name="seenUntil" value={seen("seenUntil", calendar.validUntil ?? "")} />
      {putBack !== null && <input type="hidden" name="putBack" value={putBack} />}
      {answered?.preview && (
        <PreviewPart
          preview={answered.preview}
          stale={answered.stale}
          today={today}
          why={whyPutBack}
          save={words.preview.save}
          reply={answered.reply}
        />
      )}
      <div className="grid max-w-form gap-6">
        <HoursFields
          typed={typed}
          override={city ? null : calendar}
          reply={answered?.reply}
          problems={answered?.problems}
        />
        <PreviewButton previewed={Boolean(answered?.preview)} />
      </div>
    </Form>
  );
}

function Conflict({ theirs, by }: { theirs: readonly HoursDifference[]; by: string | null }) {
  const { conflict, difference } = useWords().calendars;
  return (
    <div role="alert" className="grid gap-2 rounded-md border border-amber-line bg-amber-soft px-4 py-3">
      <h2 className="font-semibold">{conflict.title}</h2>
      <p className="max-w-text">{conflict.text(by ?? conflict.somebody)}</p>
      <Differences differences={theirs} nothing={difference.none} />
    </div>
  );
}
