import type { DeliveryRow, DeliveryState } from "#app/domain/notifications/deliveries.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { outcomeText, purposeText } from "./delivery-words.ts";

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

export const aboutOf = ({ purpose, ticketNumber }: DeliveryRow, w: Words): string =>
  purposeText(purpose, w, ticketNumber);

export const outcomeOf = ({ lastError }: DeliveryRow, w: Words): string | null =>
  lastError === null ? null : outcomeText(lastError, w);
