import type { AccessPhase, TicketStatus } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Status, type Tone } from "#app/ui/badge.tsx";

const TONES: Record<AccessPhase, Tone> = { approval: "amber", grant: "blue", proof: "amber", over: "green" };

/** Where a request stands, as lists say it. */
export function PhaseStatus({ phase, status }: { phase: AccessPhase | null; status: TicketStatus }) {
  const { standing } = useWords().access;
  if (status === "cancelled" || phase === null) return <Status tone="grey">{standing.cancelled}</Status>;
  return <Status tone={TONES[phase]}>{phase === "over" ? standing.closed : standing[phase]}</Status>;
}
