import type { DroppedFor } from "#app/domain/notifications/outbox.server.ts";
import type { Words } from "#app/i18n/vi.ts";

/** What a letter is about, from its code. */
export function purposeText(purpose: string, w: Words, ticketNumber: number | null = null): string {
  const { ticket, ...others } = w.deliveries.purposes;
  return purpose === "ticket" ? ticket(ticketNumber) : named(others, purpose);
}

/** Our own reasons in words; what a provider answered as it was recorded. */
export function outcomeText(reason: string, w: Words): string {
  const dropped: Record<DroppedFor, string> = w.deliveries.droppedFor;
  return named({ ...dropped, ...w.deliveries.heldFor }, reason);
}

const named = (names: Record<string, string>, code: string): string =>
  Object.hasOwn(names, code) ? (names[code] ?? code) : code;
