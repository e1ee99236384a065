import { Link } from "@remix-run/react";
import type { HistoryEntry } from "#app/domain/audit/history.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { actionText, differencesOf, objectText } from "./fact-words.ts";

/** Where an object is kept; requests and removed things have no page. */
function objectPath({ kind, objectId }: Pick<HistoryEntry, "kind" | "objectId">): string | null {
  switch (kind) {
    case "person":
    case "account":
    case "session":
    case "grant":
      return /^\d+$/.test(objectId) ? paths.admin(`people/${objectId}`) : null;
    case "site":
      return paths.admin(`sites/${objectId}`);
    case "system":
      return paths.admin(`systems/${objectId}`);
    case "team":
      return paths.admin(`teams/${objectId}`);
    case "abbreviation":
      return paths.admin("abbreviations", { q: objectId });
    case "calendar":
      return paths.admin(`calendars/${objectId}`);
    case "policy":
      return paths.admin("policies/versions", { version: objectId });
    case "ladder":
      return paths.admin("ladder");
    case "setting":
      return paths.admin("settings");
    case "delivery":
      return paths.admin("deliveries");
    default:
      return null;
  }
}

export function HistoryTable({ entries }: { entries: readonly HistoryEntry[] }) {
  const w = useWords();
  const { columns, machine, nobody } = w.audit;
  const who = ({ actorName, kind }: HistoryEntry) => actorName ?? (kind === "request" ? nobody : machine);
  return (
    <DataTable
      caption={w.audit.title}
      rows={entries}
      keyOf={(entry) => entry.id}
      columns={[
        { label: columns.action, cell: (entry) => <What entry={entry} /> },
        { label: columns.changes, plain: true, cell: (entry) => <Changes entry={entry} /> },
        { label: columns.actor, cell: (entry) => <Who name={who(entry)} peer={entry.peer} /> },
        { label: columns.at, cell: (entry) => <Time at={entry.at} exact className="whitespace-nowrap" /> },
      ]}
    />
  );
}

function What({ entry }: { entry: HistoryEntry }) {
  const w = useWords();
  const to = objectPath(entry);
  const name = objectText(entry, w);
  return (
    <>
      <span className="block font-normal text-quiet">{actionText(entry.action, w)}</span>
      {to ? <Link to={to}>{name}</Link> : <span className="break-all">{name}</span>}
    </>
  );
}

function Who({ name, peer }: { name: string; peer: string | null }) {
  return (
    <>
      {name}
      {peer && <span className="block text-sm text-quiet max-md:inline max-md:before:content-['_·_']">{peer}</span>}
    </>
  );
}

function Changes({ entry: { before, after } }: { entry: HistoryEntry }) {
  const w = useWords();
  const differences = differencesOf(before, after, w, useLang());
  if (differences.length === 0) return null;
  return (
    <dl className="grid max-w-text gap-0.5">
      {differences.map(({ field, before: was, after: is }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-quiet">{field}</dt>
          <dd className="min-w-0 break-words">
            {was !== null && is !== null ? (
              <>
                <del className="text-quiet no-underline">{was}</del>
                <span aria-hidden> → </span>
                <ins className="no-underline">{is}</ins>
              </>
            ) : (
              (is ?? <del className="text-quiet no-underline">{was}</del>)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
