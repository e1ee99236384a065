import { changesFacts, type TicketEvent } from "./events.ts";

const UNDO_MINUTES = 10;
const MINUTE_MS = 60_000;

type Last = { id: number; event: TicketEvent; actorId: number | null; at: Date };
export type Reverse = "take" | "release" | "resume" | "reclassify" | "mark_duplicate";

/** A later one of these stands in the way of taking an earlier one back. */
export const countsForUndo = ({ type }: TicketEvent) =>
  changesFacts(type) || type === "ticket.duplicate_found" || type === "ticket.duplicate_dropped";

/** Which of one's own last changes can be taken back without asking for words. */
export function reverseOf(last: Last | undefined, me: number, now: Date): Reverse | null {
  if (!last || last.actorId !== me || now.getTime() - last.at.getTime() > UNDO_MINUTES * MINUTE_MS) return null;
  switch (last.event.type) {
    case "ticket.taken":
      return "take";
    case "ticket.released":
      return last.event.fromId === null ? null : "release";
    case "ticket.resumed":
      return "resume";
    case "ticket.reclassified":
      return "reclassify";
    case "ticket.marked_duplicate":
    case "ticket.duplicate_found":
      return "mark_duplicate";
    default:
      return null;
  }
}
