import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Numbers, Spread } from "#app/domain/reports/numbers.server.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import type { TicketFilters } from "#app/domain/tickets/filters.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDuration, formatNumber } from "#app/lib/format.ts";
import { linksOf } from "./lines.ts";

type LineProps = {
  name: string;
  numbers: Numbers;
  filters: Partial<TicketFilters>;
  span: ReportPage["span"];
};

/** One part of the whole. On a phone it is a small block of its own, so each figure carries its label. */
export function Line({ name, numbers, filters, span }: LineProps) {
  const w = useWords();
  const links = linksOf(filters, span);
  return (
    <tr>
      <th scope="row" className="numbers-name">
        {name}
      </th>
      {(["opened", "resolved", "backlog"] as const).map((count) => (
        <Count key={count} n={numbers[count]} label={w.reports[count]} to={links[count]} />
      ))}
      {(["firstResponse", "resolution"] as const).map((milestone) => (
        <Times key={milestone} spread={numbers[milestone]} label={w.reports.short[milestone]} to={links[milestone]} />
      ))}
    </tr>
  );
}

function Count({ n, label, to }: { n: number; label: string; to: string }) {
  const lang = useLang();
  return (
    <td>
      <Figure label={label} to={n === 0 ? null : to}>
        {formatNumber(n, lang)}
      </Figure>
    </td>
  );
}

function Times({ spread, label, to }: { spread: Spread; label: string; to: string }) {
  const w = useWords();
  const lang = useLang();
  const { skipped, invalid } = spread;
  const apart = [
    skipped > 0 && w.reports.skipped(formatNumber(skipped, lang)),
    invalid > 0 && w.reports.invalid(formatNumber(invalid, lang)),
  ].filter(Boolean);
  return (["median", "p90"] as const).map((part) => {
    const seconds = spread[part];
    return (
      <td key={part} className="numbers-time">
        <Figure label={w.reports.labelled[part](label)} to={seconds === null ? null : to}>
          {seconds === null ? w.reports.notApplicable : formatDuration(seconds, w.common.duration)}
        </Figure>
        {part === "median" && apart.length > 0 && <span className="numbers-apart">{apart.join(", ")}</span>}
      </td>
    );
  });
}

function Figure({ label, to, children }: { label: string; to: string | null; children: ReactNode }) {
  const words = (
    <>
      <span className="numbers-label">{label}</span> {children}
    </>
  );
  return to === null ? (
    <span className="numbers-none">{words}</span>
  ) : (
    <Link to={to} className="numbers-link">
      {words}
    </Link>
  );
}
