import { WEEKDAYS } from "#app/domain/sla/calendar.ts";
import type { HoursProblem, TypedHours } from "#app/domain/sla/calendar-text.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { DayField } from "../admin/dates.tsx";
import { hoursProblems } from "./calendar-words.ts";

type HoursFieldsProps = {
  typed: TypedHours;
  /** The city's own has no days on which it begins or ends, and follows nobody. */
  override: { validFrom: string; validUntil: string | null } | null;
  reply?: Reply;
  problems?: readonly HoursProblem[];
};

/** Service hours as they are typed, with what is wrong beside them. */
export function HoursFields({ typed, override, reply, problems = [] }: HoursFieldsProps) {
  const w = useWords();
  const { form, weekdays, problems: special } = w.calendars;
  const { error, value } = useReply(reply, special);
  const atFault = (field: HoursProblem["field"]) => {
    const lines = hoursProblems(
      problems.filter((one) => one.field === field),
      w,
    );
    return lines.length > 0 ? lines.map(({ message }) => message).join(". ") : error(field);
  };
  return (
    <>
      {override && <PeriodFields override={override} error={error} value={value} />}
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-lg font-semibold">{form.weekly}</legend>
        <p className="mb-1 max-w-text text-sm text-quiet">{form.weeklyHint}</p>
        {WEEKDAYS.map((weekday) => (
          <TextField
            key={weekday}
            name={weekday}
            label={weekdays[weekday]}
            defaultValue={reply ? (value(weekday) ?? "") : typed.weekly[weekday]}
            placeholder={w.calendars.closed}
            error={atFault(weekday)}
            maxLength={300}
            autoComplete="off"
            className="sm:grid-cols-[7rem_1fr] sm:items-baseline sm:[&>:not(label)]:col-start-2"
          />
        ))}
      </fieldset>
      {override && (
        <Checkbox
          name="followsCity"
          label={form.followsCity}
          hint={form.followsCityHint}
          defaultChecked={reply ? value("followsCity") !== undefined : typed.followsCity}
        />
      )}
      <TextArea
        name="days"
        label={form.days}
        hint={override ? `${form.ownDaysHint} ${form.daysHint}` : form.daysHint}
        defaultValue={reply ? (value("days") ?? "") : typed.days}
        error={atFault("days")}
        rows={override ? 5 : 16}
        spellCheck={false}
        autoComplete="off"
      />
      <TextField
        name="timeZone"
        label={form.timeZone}
        hint={form.timeZoneHint}
        defaultValue={reply ? (value("timeZone") ?? "") : typed.timeZone}
        error={atFault("timeZone")}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="max-w-80"
      />
    </>
  );
}

type Asked = Pick<ReturnType<typeof useReply>, "error" | "value">;

function PeriodFields({ override, error, value }: Asked & { override: NonNullable<HoursFieldsProps["override"]> }) {
  const { form } = useWords().calendars;
  return (
    <div className="flex flex-wrap items-start gap-4">
      <DayField
        name="validFrom"
        label={form.validFrom}
        day={override.validFrom}
        typed={value("validFrom")}
        error={error("validFrom")}
      />
      <DayField
        name="validUntil"
        label={form.validUntil}
        hint={form.validUntilHint}
        day={override.validUntil ?? ""}
        typed={value("validUntil")}
        error={error("validUntil")}
      />
    </div>
  );
}
