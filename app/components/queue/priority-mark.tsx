import type { Priority } from "#app/domain/tickets/priority.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge } from "#app/ui/badge.tsx";

/** Red is kept for the one that cannot wait. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const w = useWords();
  const name = w.queue.row.priority(w.tickets.priority[priority]);
  const mark = priority.toUpperCase();
  return (
    <span title={name} className="figures whitespace-nowrap text-quiet">
      <span aria-hidden>{priority === "p1" ? <Badge tone="red">{mark}</Badge> : mark}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
