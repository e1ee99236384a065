import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { sayServiceTime } from "#app/components/clocks/say-left.ts";
import type { Impact, Reach } from "#app/domain/tickets/clocks/impact.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Time } from "#app/ui/time.tsx";

/** What a change would do to the open tickets, said before it is made. */
export function ImpactSummary({ impact }: { impact: Impact }) {
  const words = useWords().recomputations.impact;
  const lang = useLang();
  const { more, changed, examples } = impact;
  const open = formatNumber(impact.open, lang);
  const closings = impact.closings > 0 && (
    <p className="max-w-text">
      {(impact.moreClosings ? words.closingsOfMany : words.closings)(formatNumber(impact.closings, lang))}
    </p>
  );
  if (changed === 0) {
    return (
      <div className="grid gap-3">
        <p className="max-w-text">{(more ? words.nothingOfMany : words.nothing)(open)}</p>
        {closings}
      </div>
    );
  }
  const counts = (["earlier", "later", "becomesOverdue", "noLongerOverdue", "policyChanged", "unpromised"] as const)
    .map((key) => ({ key, count: impact[key] }))
    .filter(({ count }) => count > 0);
  return (
    <div className="grid gap-3">
      <p className="max-w-text font-semibold">
        {(more ? words.changedOfMany : words.changed)(formatNumber(changed, lang), open)}
      </p>
      {counts.length > 0 && (
        <ul className="list-disc pl-5">
          {counts.map(({ key, count }) => (
            <li key={key}>{words[key](formatNumber(count, lang))}</li>
          ))}
        </ul>
      )}
      {closings}
      {examples.length > 0 && (
        <DataTable
          caption={words.examples}
          rows={examples}
          keyOf={({ number }) => number}
          columns={[
            {
              label: words.ticket,
              cell: ({ number, title }) =>
                title === null ? number : <Link to={paths.ticket(number)}>{`${number} · ${title}`}</Link>,
            },
            { label: words.target, cell: ({ target }) => words.targets[target] },
            { label: words.before, cell: ({ before }) => <Due reach={before} /> },
            { label: words.after, cell: ({ after }) => <Due reach={after} /> },
          ]}
        />
      )}
    </div>
  );
}

function Due({ reach: { dueAt, leftSeconds } }: { reach: Reach }) {
  const w = useWords();
  const words = w.recomputations.impact;
  if (dueAt) return <Time at={dueAt} exact />;
  if (leftSeconds === null) return <span className="text-quiet">{words.noDue}</span>;
  return (leftSeconds < 0 ? words.pausedLate : words.paused)(sayServiceTime(Math.abs(leftSeconds), w));
}
