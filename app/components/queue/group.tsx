import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { COUNT_BOUND } from "#app/domain/tickets/queue/queue.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Row } from "./row.tsx";
import type { ShownGroup } from "./steady.ts";

type GroupProps = {
  group: ShownGroup;
  me: number;
  bulk: boolean;
  narrowed: boolean;
  /** The address of this group alone; null when it already stands alone. */
  alone: string | null;
};

export function Group({ group, me, bulk, narrowed, alone }: GroupProps) {
  const w = useWords();
  const name = w.queue.group[group.key];
  const id = `group-${group.key}`;
  const quiet = narrowed ? w.queue.nothingFitsHere : w.queue.empty[group.key];
  return (
    <section aria-labelledby={id} className="scroll-mt-16 pt-2 pb-8" id={group.key}>
      <h2 id={id} className="flex items-baseline gap-2 border-b border-line pb-2 text-base">
        {alone ? (
          <Link to={alone} title={w.queue.openGroup(name)} className="no-underline hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="figures font-normal text-quiet">{w.queue.count(group.count, COUNT_BOUND)}</span>
      </h2>
      {group.rows.length === 0 ? (
        <p className="max-w-text py-3 text-sm text-quiet">{quiet}</p>
      ) : (
        <ul>
          {group.rows.map((row) => (
            <Row key={row.number} row={row} group={group.key} me={me} bulk={bulk} />
          ))}
        </ul>
      )}
      {alone && group.next && (
        <Link to={alone} className="target mt-2 inline-flex items-center gap-1 text-accent">
          {w.queue.moreInGroup}
          <ChevronRight aria-hidden className="size-[18px]" />
        </Link>
      )}
    </section>
  );
}
