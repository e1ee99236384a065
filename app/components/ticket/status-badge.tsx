import { CircleAlert, CircleCheck, CircleDashed, CircleDot, CirclePause, CircleX, Copy } from "lucide-react";
import type { Priority } from "#app/domain/tickets/priority.ts";
import type { TicketStatus } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";

const TONES: Record<TicketStatus, Tone> = {
  new: "accent",
  assigned: "grey",
  in_progress: "blue",
  on_hold: "amber",
  resolved: "green",
  closed: "grey",
  cancelled: "grey",
};
const ICONS = {
  new: CircleDashed,
  assigned: CircleDot,
  in_progress: CircleDot,
  on_hold: CirclePause,
  resolved: CircleCheck,
  closed: CircleCheck,
  cancelled: CircleX,
};

/** A duplicate says of which ticket, not how it ended. */
export function useStatusWord() {
  const { tickets } = useWords();
  return (status: TicketStatus, duplicateOf: number | null) =>
    duplicateOf === null ? tickets.status[status] : tickets.duplicateOf(duplicateOf);
}

type StatusBadgeProps = { status: TicketStatus; duplicateOf?: number | null };

export function StatusBadge({ status, duplicateOf = null }: StatusBadgeProps) {
  const Icon = duplicateOf === null ? ICONS[status] : Copy;
  return (
    <Badge tone={TONES[status]} icon={<Icon aria-hidden />}>
      {useStatusWord()(status, duplicateOf)}
    </Badge>
  );
}

export function PriorityBadge({ priority }: { priority: Priority }) {
  const w = useWords();
  const urgent = priority === "p1";
  return (
    <Badge tone={urgent ? "red" : "grey"} icon={urgent ? <CircleAlert aria-hidden /> : undefined}>
      {priority.toUpperCase()} · {w.tickets.priority[priority]}
    </Badge>
  );
}
