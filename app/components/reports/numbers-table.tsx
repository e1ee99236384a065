import { BREAKDOWNS, type Breakdown, type Numbers } from "#app/domain/reports/numbers.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import type { TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { placeName } from "../place-name.ts";
import { lineFilters, lineName, placeFilters } from "./lines.ts";
import { Line } from "./numbers-line.tsx";
import "./numbers-table.css";

/** All numbers of the period: the whole on top, then its parts. Every number opens the tickets it counts. */
export function NumbersTable({ page }: { page: ReportPage }) {
  const w = useWords();
  const lang = useLang();
  const { report, scope } = page;
  const whole = placeFilters(scope);
  return (
    <div className="grid gap-8">
      <p className="max-w-text text-quiet max-md:hidden print:block">{w.reports.twoLines}</p>
      <Block
        page={page}
        caption={null}
        rows={[{ key: "all", name: placeName(scope, w), numbers: report.total, filters: whole }]}
      />
      {BREAKDOWNS.filter((breakdown) => breakdown !== "ward" || scope.kind === "city").map((breakdown) => (
        <Block
          key={breakdown}
          page={page}
          caption={breakdown}
          rows={report.by[breakdown].map((line) => ({
            key: line.key,
            name: lineName(breakdown, line.key, page.names, w, lang),
            numbers: line,
            filters: { ...whole, ...lineFilters(breakdown, line.key) },
          }))}
        />
      ))}
    </div>
  );
}

type Row = { key: string; name: string; numbers: Numbers; filters: Partial<TicketFilters> };

function Block({ page, caption, rows }: { page: ReportPage; caption: Breakdown | null; rows: Row[] }) {
  const w = useWords();
  if (rows.length === 0) return null;
  return (
    // The page never scrolls sideways; a table that is too wide does, and its links bring it along.
    <div className="overflow-x-auto">
      <table className="numbers">
        <caption className={caption ? "pb-2 text-left" : "sr-only"}>
          <h2 className="text-lg">{caption ? w.reports.breakdown[caption] : w.reports.whole}</h2>
        </caption>
        <Head first={caption ? w.reports.first[caption] : w.reports.place} />
        <tbody>
          {rows.map(({ key, ...row }) => (
            <Line key={key} {...row} span={page.span} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ first }: { first: string }) {
  const w = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="numbers-name">
          {first}
        </th>
        {(["opened", "resolved", "backlog", "overdue"] as const).map((count) => (
          <th key={count} scope="col" rowSpan={2}>
            {w.reports[count]}
          </th>
        ))}
        {(["firstResponse", "resolution"] as const).map((milestone) => (
          <th key={milestone} scope="colgroup" colSpan={3}>
            {w.reports[milestone]}
          </th>
        ))}
        <th scope="col" rowSpan={2}>
          {w.reports.vendor}
        </th>
      </tr>
      <tr>
        {["firstResponse", "resolution"].flatMap((milestone) =>
          (["median", "p90", "onTime"] as const).map((part) => (
            <th key={`${milestone} ${part}`} scope="col">
              {w.reports[part]}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
