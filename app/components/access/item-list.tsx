import { DataTable } from "#app/components/admin/data-table.tsx";
import { dayText } from "#app/components/admin/dates.tsx";
import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Status, type Tone } from "#app/ui/badge.tsx";
import { useNamed } from "./access-home-view.tsx";

type Item = RequestPage["items"][number];
const TONES: Record<Item["state"], Tone> = {
  ...{ asked: "amber", refused: "grey", to_grant: "blue", handed_back: "amber" },
  ...{ granted: "amber", proven: "green", withdrawn: "grey" },
};

/** Each right for each person, and how far it has come. */
export function ItemList({ items }: { items: readonly Item[] }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.request;
  return (
    <DataTable
      caption={words.what}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          label: w.access.person,
          cell: ({ person, position, department }) => (
            <>
              {person}
              <span className="block text-sm font-normal text-quiet">
                {[position, department].filter(Boolean).join(" · ")}
              </span>
            </>
          ),
        },
        {
          label: w.access.right,
          cell: ({ kind, right, system, team }) => (
            <>
              {`${w.access.kind[kind]}: ${named(right)}`}
              <span className="block text-sm text-quiet">{`${named(system)} · ${team ? words.team(team) : words.wardTeam}`}</span>
            </>
          ),
        },
        {
          label: w.access.until,
          cell: ({ validFrom, validUntil }) =>
            `${dayText(validFrom)} – ${validUntil ? dayText(validUntil) : w.access.untilEnded}`,
        },
        { label: w.accessPages.home.state, plain: true, cell: (item) => <ItemState item={item} /> },
      ]}
    />
  );
}

function ItemState({ item }: { item: Item }) {
  const w = useWords();
  const words = w.accessPages.request;
  const said = [
    item.doneBy && item.doneAt && item.state !== "to_grant" && words.doneBy(item.doneBy, formatDateTime(item.doneAt)),
    item.state === "handed_back" && item.handedBackWhy && words.handedBack(item.handedBackWhy),
    item.fails > 0 && item.state !== "proven" && words.failed(item.fails),
    item.state !== "proven" && item.proofNote,
  ].filter(Boolean);
  return (
    <>
      <Status tone={TONES[item.state]}>
        {(item.kind === "revoke" ? w.access.revokeState : w.access.state)[item.state]}
      </Status>
      {said.map((line) => (
        <span key={String(line)} className="block text-sm text-quiet wrap-anywhere">
          {line}
        </span>
      ))}
    </>
  );
}
