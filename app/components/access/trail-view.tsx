import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { dayText } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import { FileList } from "#app/components/ticket/file-list.tsx";
import type { Trail } from "#app/domain/access/trail.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Section } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useNamed } from "./access-home-view.tsx";
import { EntitlementState } from "./register-view.tsx";

/** On one printable page: what somebody has, by which decision, and who asked, approved, granted and proved it. */
export function TrailView({ trail: { entitlement, lines, files } }: { trail: Trail }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessRegister.trail;
  const { basis, ticketNumber, from, until, since } = entitlement;
  const request = w.accessPages.request;
  const facts: [string, string][] = [
    [
      w.access.position,
      [entitlement.position, entitlement.department, placeName(entitlement.ward, w)].filter(Boolean).join(" · "),
    ],
    [w.access.right, named(entitlement.right)],
    [w.access.system, named(entitlement.system)],
    [w.access.from, dayText(from)],
    ...(since === from ? [] : [[w.accessRegister.since, dayText(since)] satisfies [string, string]]),
    [w.access.until, until ? dayText(until) : w.access.untilEnded],
    [
      request.basis,
      [
        basis.decisionNumber &&
          request.decision(basis.decisionNumber, basis.decisionDate ? dayText(basis.decisionDate) : ""),
        basis.regulation && request.regulation(basis.regulation),
        basis.undertaking && request.undertaken,
      ]
        .filter(Boolean)
        .join("; ") || request.noBasis,
    ],
  ];
  return (
    <>
      <p className="mb-4">
        <EntitlementState row={entitlement} />
      </p>
      <Section id="facts" title={words.facts}>
        <dl className="grid max-w-text gap-2 sm:grid-cols-[auto_1fr] sm:gap-x-6">
          {facts.map(([term, text]) => (
            <div key={term} className="sm:contents">
              <dt className="text-quiet">{term}</dt>
              <dd className="wrap-anywhere">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="trail" title={words.title}>
        {ticketNumber === null ? (
          <p>{`${words.recorded} · ${formatDateTime(entitlement.provenAt)}`}</p>
        ) : (
          <>
            <p>
              <Link to={paths.accessRequest(ticketNumber)}>{`${words.request} ${ticketNumber}`}</Link>
            </p>
            <DataTable
              caption={words.title}
              rows={lines}
              keyOf={({ id }) => id}
              columns={[
                {
                  label: words.what,
                  cell: ({ sentence }) => <span className="font-normal wrap-anywhere">{sentence}</span>,
                },
                { label: words.who, cell: ({ who, position }) => [who, position].filter(Boolean).join(" · ") },
                { label: words.at, cell: ({ at }) => <Time at={at} exact /> },
              ]}
            />
            <FileList files={files} />
          </>
        )}
      </Section>
    </>
  );
}
