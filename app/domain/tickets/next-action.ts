import type { TicketAction, TicketFacts } from "../policy/tickets.ts";

export const isParty = (facts: TicketFacts, me: number) => facts.reporterId === me || facts.affectedPersonId === me;

type Standing = {
  facts: TicketFacts;
  offered: readonly TicketAction[];
  me: number;
  /** Works on this ticket, or is who it was filed for. */
  works: boolean;
  party: boolean;
};

/** The one next sensible thing for this person; null when nothing is left to do. */
export function nextAction({ facts, offered, me, works, party }: Standing): TicketAction | null {
  const wishes: TicketAction[] = [];
  if (party) wishes.push("confirm");
  if (party && facts.status === "closed") wishes.push("follow_up", "reopen");
  if (works && facts.assigneeId === me) {
    if (facts.status === "on_hold") wishes.push("resume");
    if (facts.status === "assigned") wishes.push("take");
    wishes.push("resolve");
  }
  if (works && (facts.status === "new" || facts.assigneeId === null)) wishes.push("take");
  wishes.push("reply");
  return wishes.find((wish) => offered.includes(wish)) ?? null;
}
