import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Numbers, onTimeShare, type Spread } from "#app/domain/reports/numbers.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import type { TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDuration, formatNumber } from "#app/lib/format.ts";
import { sayServiceTime } from "../clocks/say-left.ts";
import { sayApart } from "./apart.ts";
import { linksOf } from "./lines.ts";
import { None } from "./none.tsx";
import { sayShare } from "./share.ts";

type LineProps = {
  name: string;
  numbers: Numbers;
  filters: Partial<TicketFilters>;
  span: ReportPage["span"];
};

/** One part of the whole. On a phone it is a small block of its own, so each figure carries its label. */
export function Line({ name, numbers, filters, span }: LineProps) {
  const w = useWords();
  const lang = useLang();
  const links = linksOf(filters, span);
  const { vendorShare } = numbers;
  const apart = (["firstResponse", "resolution"] as const).flatMap((milestone) => {
    const told = sayApart(numbers[milestone], w, lang);
    return told.length > 0 ? [`${w.reports.short[milestone]}: ${told.join(", ")}`] : [];
  });
  return (
    <tr>
      <th scope="row" className="numbers-name">
        {name}
        {apart.length > 0 && <span className="numbers-apart">{apart.join("; ")}</span>}
      </th>
      {(["opened", "resolved", "backlog", "overdue"] as const).map((count) => (
        <Count key={count} n={numbers[count]} label={w.reports[count]} to={links[count]} />
      ))}
      {(["firstResponse", "resolution"] as const).map((milestone) => (
        <Times key={milestone} spread={numbers[milestone]} label={w.reports.short[milestone]} to={links[milestone]} />
      ))}
      <td>
        <Figure label={w.reports.vendor} to={vendorShare ? links.resolution : null}>
          {vendorShare === null ? <None /> : sayShare(vendorShare, lang)}
        </Figure>
      </td>
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

/** What the clock counted, and under it what the wall showed; then how many came in time. */
function Times({ spread, label, to }: { spread: Spread; label: string; to: string }) {
  const w = useWords();
  const lang = useLang();
  const onTime = onTimeShare(spread);
  return (
    <>
      {(["median", "p90"] as const).map((part) => {
        const [service, wall] = [spread.service[part], spread.wall[part]];
        return (
          <td key={part} className="numbers-time">
            <Figure label={w.reports.labelled[part](label)} to={wall === null ? null : to}>
              {service === null ? <None /> : sayServiceTime(service, w)}
            </Figure>
            {wall !== null && (
              <span className="numbers-apart">
                <span className="numbers-wall">{w.reports.wall} </span>
                {formatDuration(wall, w.common.duration)}
              </span>
            )}
          </td>
        );
      })}
      <td>
        <Figure label={w.reports.labelled.onTime(label)} to={onTime === null ? null : to}>
          {onTime === null ? <None /> : sayShare(onTime, lang)}
        </Figure>
        {onTime !== null && (
          <span className="numbers-apart">
            {w.reports.of(formatNumber(spread.met, lang), formatNumber(spread.met + spread.missed, lang))}
          </span>
        )}
      </td>
    </>
  );
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
