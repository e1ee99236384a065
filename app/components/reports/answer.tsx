import { onTimeShare, type Report } from "#app/domain/reports/numbers.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDate, formatDuration, formatNumber } from "#app/lib/format.ts";
import { sayServiceTime } from "../clocks/say-left.ts";
import { sayShare } from "./share.ts";

/** The question of the heading, answered in one sentence, and how that has changed. */
export function Answer({ page }: { page: ReportPage }) {
  const w = useWords();
  const lang = useLang();
  const { resolution } = page.report.total;
  const { wall, service, counted } = resolution;
  if (wall.median === null || wall.p90 === null) {
    return <p className="mb-6 text-lg font-semibold">{w.reports.noAnswer}</p>;
  }
  const wallTime = formatDuration(wall.median, w.common.duration);
  const onTime = onTimeShare(resolution);
  const facts = [
    service.median !== null && w.reports.onTheWall(wallTime),
    w.reports.answerMore(sayTime(service.p90, wall.p90), formatNumber(counted, lang)),
    onTime !== null && w.reports.onTimeShare(sayShare(onTime, lang)),
  ].filter(Boolean);
  return (
    <div className="mb-6 grid max-w-text gap-1">
      <p className="text-lg font-semibold">
        {service.median === null
          ? w.reports.answer(wallTime)
          : w.reports.answerService(sayServiceTime(service.median, w))}
      </p>
      <p>{changeOf(page)}</p>
      <p className="text-quiet">{facts.join(" ")}</p>
    </div>
  );

  function sayTime(serviceSeconds: number | null, wallSeconds: number): string {
    return serviceSeconds === null
      ? formatDuration(wallSeconds, w.common.duration)
      : w.reports.ofWork(sayServiceTime(serviceSeconds, w));
  }

  function changeOf({ report, before }: { report: Report; before: ReportPage["before"] }): string {
    const span = w.reports.spanBefore(formatDate(before.from), formatDate(before.lastDay));
    const [now, then] =
      service.median === null ? [wall.median, report.before.wall] : [service.median, report.before.service];
    if (now === null || then === null) return w.reports.nothingBefore(span);
    const seconds = now - then;
    const by = sayServiceTime(Math.abs(seconds), w);
    if (Math.abs(seconds) < 60) return w.reports.same(span);
    return seconds < 0 ? w.reports.faster(by, span) : w.reports.slower(by, span);
  }
}
