import type { Spread } from "#app/domain/reports/numbers.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDuration, formatNumber } from "#app/lib/format.ts";

/** The question of the heading, answered in one sentence. */
export function Answer({ resolution }: { resolution: Spread }) {
  const w = useWords();
  const lang = useLang();
  const { median, p90, counted } = resolution;
  if (median === null || p90 === null) return <p className="mb-6 text-lg font-semibold">{w.reports.noAnswer}</p>;
  const inWords = (seconds: number) => formatDuration(seconds, w.common.duration);
  return (
    <div className="mb-6">
      <p className="text-lg font-semibold">{w.reports.answer(inWords(median))}</p>
      <p className="text-quiet">{w.reports.answerMore(inWords(p90), formatNumber(counted, lang))}</p>
    </div>
  );
}
