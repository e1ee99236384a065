import type { AccessStanding } from "#app/domain/tickets/events.ts";
import type { AccessPhase, HoldReason, TicketStatus } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Status, type Tone } from "#app/ui/badge.tsx";

const TONES: Record<AccessStanding, Tone> = {
  ...{ approval: "amber", grant: "blue", waits: "amber", proof: "amber", closed: "green", cancelled: "grey" },
};

type Facts = { phase: AccessPhase | null; status: TicketStatus; holdReason?: HoldReason | null };

/** What a request waits for, from the columns of its ticket. */
function standingIn({ phase, status, holdReason = null }: Facts): AccessStanding {
  if (status === "cancelled" || phase === null) return "cancelled";
  if (phase === "over") return "closed";
  return phase === "grant" && holdReason === "reporter" ? "waits" : phase;
}

/** Where a request stands, as lists say it. */
export function PhaseStatus(facts: Facts) {
  const standing = standingIn(facts);
  return <Status tone={TONES[standing]}>{useWords().access.standing[standing]}</Status>;
}

/** Where a request stands, at the head of its pages. */
export function PhaseBadge(facts: Facts) {
  const standing = standingIn(facts);
  return <Badge tone={TONES[standing]}>{useWords().access.standing[standing]}</Badge>;
}
