import { formatDate } from "#app/lib/format.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";

/** "2026-11-24" as it is written here. */
export function dayText(day: string): string {
  const at = parseDateTime(day);
  return at ? formatDate(at) : day;
}
