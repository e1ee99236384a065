import type { ReactNode } from "react";
import { onTimeShare, type Times } from "#app/domain/reports/numbers.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDuration, formatNumber } from "#app/lib/format.ts";
import { sayServiceTime } from "../clocks/say-left.ts";
import { sayApart } from "./apart.ts";
import { None } from "./none.tsx";
import { sayShare } from "./share.ts";

type Row = { name: string; counted: number; service: Times; wall: Times; onTime: number | null; apart: string[] };

/** The time of the clock and that of the wall side by side; the first solution and the one that lasted. */
export function Milestones({ report }: { report: ReportPage["report"] }) {
  const w = useWords();
  const lang = useLang();
  const { firstResponse, resolution } = report.total;
  const came = report.first.reopened;
  const rows: Row[] = [
    {
      ...firstResponse,
      name: w.reports.firstResponse,
      onTime: onTimeShare(firstResponse),
      apart: sayApart(firstResponse, w, lang),
    },
    {
      ...report.first,
      name: w.reports.firstResolution,
      counted: resolution.counted,
      onTime: null,
      apart: came > 0 ? [w.reports.cameBack(formatNumber(came, lang))] : [],
    },
    {
      ...resolution,
      name: w.reports.lastResolution,
      onTime: onTimeShare(resolution),
      apart: sayApart(resolution, w, lang),
    },
    ...report.access.map(({ milestone, ...times }) => ({
      ...times,
      name: w.reports.access[milestone],
      onTime: onTimeShare(times),
      apart: [],
    })),
  ];
  const service = (seconds: number | null) => (seconds === null ? <None /> : sayServiceTime(seconds, w));
  const wall = (seconds: number | null) => (seconds === null ? <None /> : formatDuration(seconds, w.common.duration));
  return (
    <div className="overflow-x-auto">
      <table className="numbers">
        <caption className="pb-2 text-left">
          <h2 className="text-lg">{w.reports.milestones}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="numbers-name">
              {w.reports.milestone}
            </th>
            <th scope="col" rowSpan={2}>
              {w.reports.counted}
            </th>
            <th scope="colgroup" colSpan={2}>
              {w.reports.service}
            </th>
            <th scope="colgroup" colSpan={2}>
              {w.reports.wall}
            </th>
            <th scope="col" rowSpan={2}>
              {w.reports.onTime}
            </th>
          </tr>
          <tr>
            {["service", "wall"].flatMap((time) =>
              (["median", "p90"] as const).map((each) => (
                <th key={`${time} ${each}`} scope="col">
                  {w.reports[each]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" className="numbers-name">
                {row.name}
                {row.apart.length > 0 && <span className="numbers-apart">{row.apart.join(", ")}</span>}
              </th>
              <Cell label={w.reports.counted}>{formatNumber(row.counted, lang)}</Cell>
              <Cell label={w.reports.labelled.median(w.reports.service)}>{service(row.service.median)}</Cell>
              <Cell label={w.reports.labelled.p90(w.reports.service)}>{service(row.service.p90)}</Cell>
              <Cell label={w.reports.labelled.median(w.reports.wall)}>{wall(row.wall.median)}</Cell>
              <Cell label={w.reports.labelled.p90(w.reports.wall)}>{wall(row.wall.p90)}</Cell>
              <Cell label={w.reports.onTime}>{row.onTime === null ? <None /> : sayShare(row.onTime, lang)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td>
      <span className="numbers-label">{label}</span> {children}
    </td>
  );
}
