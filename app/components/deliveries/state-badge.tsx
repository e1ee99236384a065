import type { DeliveryRow, DeliveryState } from "#app/domain/notifications/deliveries.server.ts";
import type { DroppedFor } from "#app/domain/notifications/outbox.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";

const TONES: Record<DeliveryState, Tone> = {
  waiting: "grey",
  queued: "blue",
  sent: "green",
  failed: "red",
  dropped: "amber",
};

export function StateBadge({ state }: { state: DeliveryState }) {
  const w = useWords();
  return <Badge tone={TONES[state]}>{w.deliveries.states[state]}</Badge>;
}

export function aboutOf({ purpose, ticketNumber }: DeliveryRow, { deliveries: { purposes } }: Words): string {
  return purpose === "ticket" ? purposes.ticket(ticketNumber) : purposes[purpose];
}

/** Why it was left unsent in words; what a provider answered as it was recorded. */
export function outcomeOf({ lastError }: DeliveryRow, w: Words): string | null {
  if (lastError === null) return null;
  const known: Record<DroppedFor, string> = w.deliveries.droppedFor;
  return Object.entries(known).find(([reason]) => reason === lastError)?.[1] ?? lastError;
}
