import type { Words } from "#app/i18n/vi.ts";
import type { TicketEvent } from "./events.ts";

/** Names of everything that the events of one page speak of, in the reader's language. */
export type Names = Record<"people" | "systems" | "teams" | "wards", Record<number, string>>;
export type NameOf = Record<"person" | "system" | "team" | "ward", (id: number | null) => string>;

export function namer(names: Names, unknown: string): NameOf {
  const from = (known: Record<number, string>) => (id: number | null) =>
    (id === null ? undefined : known[id]) ?? unknown;
  return { person: from(names.people), system: from(names.systems), team: from(names.teams), ward: from(names.wards) };
}

/** One sentence for people; each language has words for every event or does not compile. */
export function describeEvent(w: Words, event: TicketEvent, who: string, nameOf: NameOf): string {
  // Safe because a word and its event are found by the same type.
  const say = w.ticket.event[event.type] as (event: TicketEvent, who: string, nameOf: NameOf) => string;
  return say(event, who, nameOf);
}

export type Told = { label: "reason" | "why" | "stillFails" | "cause" | "done"; text: string };

/** What a person wrote along with the change; shown under the sentence as it was typed. */
export function toldWith(event: TicketEvent): Told[] {
  switch (event.type) {
    case "ticket.held":
      return told({ why: event.why });
    case "ticket.reclassified":
    case "ticket.cancelled":
    case "ticket.moved":
      return told({ reason: event.reason });
    case "ticket.resolved":
      return told({ cause: event.cause, done: event.done });
    case "ticket.reopened":
      return told({ stillFails: event.stillFails });
    default:
      return [];
  }
}

const told = (texts: Partial<Record<Told["label"], string>>): Told[] =>
  // Safe because the keys are written out above.
  (Object.entries(texts) as [Told["label"], string][])
    .filter(([, text]) => text)
    .map(([label, text]) => ({ label, text }));

/** The ids an event mentions, so that one query can find all the names of a page. */
export function idsIn(event: TicketEvent): {
  people?: (number | null)[];
  systems?: number[];
  teams?: number[];
  wards?: number[];
} {
  switch (event.type) {
    case "ticket.taken":
    case "ticket.released":
      return { people: [event.fromId] };
    case "ticket.assigned":
      return { people: [event.toId, event.fromId] };
    case "ticket.handed_over":
      return { teams: [event.teamId], people: [event.fromId] };
    case "ticket.handed_back":
      return { teams: [event.teamId], people: [event.toId] };
    case "ticket.reclassified":
      return { systems: event.changes.systemId ? [event.changes.systemId.from, event.changes.systemId.to] : [] };
    case "ticket.noted":
      return { people: event.mentions };
    case "access.decided":
      return { people: [event.forId] };
    case "ticket.moved":
      return { wards: [event.fromSiteId, event.toSiteId] };
    default:
      return {};
  }
}
