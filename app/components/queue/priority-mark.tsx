import type { Priority } from "#app/domain/tickets/priority.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

/** Red is kept for the one that cannot wait, and never stands without its word. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const w = useWords();
  const name = w.tickets.priority[priority];
  if (priority === "p1") return <Badge tone="red">{name}</Badge>;
  return (
    <span title={w.queue.row.priority(name)} className="figures whitespace-nowrap text-quiet">
      <span aria-hidden>{priority.toUpperCase()}</span>
      <span className="sr-only">{w.queue.row.priority(name)}</span>
    </span>
  );
}
