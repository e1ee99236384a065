import type { Spread } from "#app/domain/reports/numbers.ts";
import type { Lang } from "#app/i18n/language.ts";
import type { Words } from "#app/i18n/vi.ts";
import { formatNumber } from "#app/lib/format.ts";

/** What stands beside the numbers because it is in none of them. */
export function sayApart({ pending, skipped, invalid }: Spread, w: Words, lang: Lang): string[] {
  return [
    pending > 0 && w.reports.pending(formatNumber(pending, lang)),
    skipped > 0 && w.reports.skipped(formatNumber(skipped, lang)),
    invalid > 0 && w.reports.invalid(formatNumber(invalid, lang)),
  ].filter((each): each is string => each !== false);
}
