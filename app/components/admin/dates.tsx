import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";
import { TextField } from "#app/ui/field.tsx";

/** "2026-11-23" as people here write it. */
export function dayText(day: string): string {
  const at = parseDateTime(day);
  return at ? formatDate(at) : day;
}

export function FromUntil({ from, until }: { from: string; until: string | null }) {
  const { dates } = useWords().places;
  return (
    <span className="figures">{until ? dates.between(dayText(from), dayText(until)) : dates.since(dayText(from))}</span>
  );
}

type DayFieldProps = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  day: string;
  error: string | null;
  typed?: string;
};

/** Typed, not picked: a browser's own date field follows the computer's language, not ours. */
export function DayField({ name, label, hint, optional, day, error, typed }: DayFieldProps) {
  const w = useWords();
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      error={error}
      defaultValue={dayText(typed ?? day)}
      placeholder={w.places.dates.shape}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      className="max-w-64"
    />
  );
}
