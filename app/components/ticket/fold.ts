import type { TicketEvent } from "#app/domain/tickets/events.ts";

type Timed = { id: number; event: TicketEvent; message: unknown };
export type Entry<T extends Timed> = { kind: "one"; item: T } | { kind: "folded"; items: T[] };

const MINOR: readonly TicketEvent["type"][] = [
  "ticket.taken",
  "ticket.assigned",
  "ticket.released",
  "ticket.resumed",
  "ticket.reclassified",
  "ticket.linked",
  "ticket.unlinked",
  "ticket.joined",
  "ticket.warned",
  "ticket.paged",
  "ticket.offered_again",
  "ticket.rejudged",
];
const FOLD_FROM = 3;

/** Runs of small changes take one line; what was said or decided always shows. */
export function foldMinor<T extends Timed>(events: readonly T[]): Entry<T>[] {
  const entries: Entry<T>[] = [];
  let run: T[] = [];
  const flush = () => {
    if (run.length >= FOLD_FROM) entries.push({ kind: "folded", items: run });
    else entries.push(...run.map((item) => ({ kind: "one", item }) as const));
    run = [];
  };
  for (const item of events) {
    if (MINOR.includes(item.event.type) && !item.message) {
      run.push(item);
      continue;
    }
    flush();
    entries.push({ kind: "one", item });
  }
  flush();
  return entries;
}
