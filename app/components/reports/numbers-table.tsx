import { Link } from "@remix-run/react";
import type { Breakdown, Numbers, Spread } from "#app/domain/reports/numbers.server.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { listPath, type TicketFilters } from "#app/domain/tickets/filters.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDuration, formatNumber } from "#app/lib/format.ts";
import { placeName } from "../place-name.ts";
import { lineFilters, lineName } from "./lines.ts";

const BREAKDOWNS: readonly Breakdown[] = ["ward", "system", "kind"];

/** All numbers of the period: the whole on top, then its parts. Every number opens the tickets it counts. */
export function NumbersTable({ page }: { page: ReportPage }) {
  const w = useWords();
  const lang = useLang();
  const { report, scope } = page;
  const whole: Partial<TicketFilters> =
    scope.kind === "ward" ? { site: scope.id } : scope.kind === "department" ? { department: scope.id } : {};
  return (
    <div className="grid gap-8">
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
    // The page never scrolls sideways: a table that is too wide does, and can be reached by keyboard.
    <section
      aria-label={caption ? w.reports.breakdown[caption] : w.common.all}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be focusable
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="figures w-full min-w-[44rem] border-collapse text-left">
        {caption && <caption className="pb-2 text-left text-lg font-semibold">{w.reports.breakdown[caption]}</caption>}
        <thead>
          <tr className="border-b border-line text-sm text-quiet [&>th]:py-2 [&>th]:pr-4 [&>th]:font-medium">
            <th scope="col" className="w-[34%]">
              {caption ? w.reports.first[caption] : w.reports.place}
            </th>
            <th scope="col">{w.reports.opened}</th>
            <th scope="col">{w.reports.resolved}</th>
            <th scope="col">{w.reports.backlog}</th>
            <th scope="col">{`${w.reports.firstResponse} (${w.reports.median} · ${w.reports.p90})`}</th>
            <th scope="col">{`${w.reports.resolution} (${w.reports.median} · ${w.reports.p90})`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Cells key={row.key} row={row} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ row: { name, numbers, filters }, page }: { row: Row; page: ReportPage }) {
  const { from, until, backlogAt } = page.span;
  const opened = { ...filters, receivedFrom: from, receivedTo: until };
  const resolved = { ...filters, resolvedFrom: from, resolvedTo: until };
  return (
    <tr className="border-b border-line align-top [&>td]:py-2 [&>td]:pr-4">
      <th scope="row" className="py-2 pr-4 font-normal">
        {name}
      </th>
      <td>
        <Count n={numbers.opened} to={listPath(opened)} />
      </td>
      <td>
        <Count n={numbers.resolved} to={listPath(resolved)} />
      </td>
      <td>
        <Count n={numbers.backlog} to={listPath({ ...filters, openAt: backlogAt })} />
      </td>
      <td>
        <Times spread={numbers.firstResponse} to={listPath(opened)} />
      </td>
      <td>
        <Times spread={numbers.resolution} to={listPath(resolved)} />
      </td>
    </tr>
  );
}

function Count({ n, to }: { n: number; to: string }) {
  const lang = useLang();
  return n === 0 ? <span className="text-quiet">0</span> : <Link to={to}>{formatNumber(n, lang)}</Link>;
}

function Times({ spread, to }: { spread: Spread; to: string }) {
  const w = useWords();
  const lang = useLang();
  const { median, p90, skipped, invalid } = spread;
  const inWords = (seconds: number) => formatDuration(seconds, w.common.duration);
  const apart = [
    skipped > 0 && w.reports.skipped(formatNumber(skipped, lang)),
    invalid > 0 && w.reports.invalid(formatNumber(invalid, lang)),
  ].filter(Boolean);
  return (
    <>
      {median === null || p90 === null ? (
        <span className="text-quiet">{w.reports.notApplicable}</span>
      ) : (
        <Link to={to}>{`${inWords(median)} · ${inWords(p90)}`}</Link>
      )}
      {apart.length > 0 && <span className="block text-sm text-quiet">{apart.join(", ")}</span>}
    </>
  );
}
