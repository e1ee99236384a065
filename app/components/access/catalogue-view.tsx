import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import type { ApprovalWay, Approver } from "#app/domain/access/approval.ts";
import type { Catalogue } from "#app/domain/access/catalogue-admin.server.ts";
import type { WayNames } from "#app/domain/access/way.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { useNamed } from "./access-home-view.tsx";

/** What can be asked for, who approves it and who grants it. */
export function CatalogueView({ catalogue: { rows, names } }: { catalogue: Catalogue }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessCatalogue;
  if (rows.length === 0) return <Empty title={words.right.none}>{words.right.noneHint}</Empty>;
  return (
    <DataTable
      caption={w.places.sections.rights}
      rows={rows}
      keyOf={({ right }) => right.id}
      columns={[
        {
          label: words.right.name,
          cell: ({ right, system }) => (
            <>
              <Link to={paths.admin(`rights/${right.id}`)}>{named(right)}</Link>{" "}
              {right.retiredAt && <Badge tone="grey">{words.right.retired}</Badge>}
              <span className="block text-sm font-normal text-quiet">{named(system)}</span>
            </>
          ),
        },
        { label: words.right.approval, cell: ({ right }) => <WayText way={right.approval} names={names} /> },
        {
          label: words.right.granter,
          cell: ({ team }) =>
            team.name === null
              ? words.right.wardEngineers
              : named({ name: team.name, nameEn: team.nameEn ?? team.name }),
        },
        {
          label: words.right.needs,
          cell: ({ right }) =>
            (Object.keys(words.needs) as (keyof typeof words.needs)[])
              .flatMap((need) => (right.needs[need] ? [words.needs[need]] : []))
              .join(", "),
        },
      ]}
    />
  );
}

/** The steps of an approval, a line each. */
function WayText({ way, names }: { way: ApprovalWay; names: WayNames }) {
  const words = useWords().accessCatalogue;
  const named = useNamed();
  const nameOf = (one: Approver): string => {
    if (one.by === "person") return names.people[one.personId]?.name ?? "";
    if (one.by !== "position") return words.by[one.by];
    const position = names.positions[one.positionId];
    return position ? named(position) : "";
  };
  return way.map(({ who, need }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
    <span key={at} className="block">
      {words.step(at + 1, who.map(nameOf).join(", "), words.need(need))}
    </span>
  ));
}
