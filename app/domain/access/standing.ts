import type { AccessStanding } from "../tickets/events.ts";
import type { AccessPhase } from "../tickets/ticket.ts";
import type { ItemState } from "./request.ts";

/** What a request waits for: what can be done now goes first. */
export function standingOf(states: readonly ItemState[]): AccessStanding {
  const some = (state: ItemState) => states.includes(state);
  if (some("to_grant")) return "grant";
  if (some("handed_back")) return "waits";
  if (some("asked")) return "approval";
  if (some("granted")) return "proof";
  return some("proven") ? "closed" : "cancelled";
}

export const phaseOf = (standing: AccessStanding): AccessPhase => {
  if (standing === "waits") return "grant";
  return standing === "closed" || standing === "cancelled" ? "over" : standing;
};
